'use strict';
for (const film of document.querySelectorAll('.film')) {
  const frames = [...film.querySelectorAll('.frame')];
  const [bar, button, slider, output] = ['.bar', 'button', 'input', 'output'].map(name => film.querySelector(name));
  let now = frames.length - 1;
  let timer = 0;
  const show = index => {
    now = index;
    frames.forEach((frame, i) => { frame.hidden = i !== now; });
    slider.value = now;
    output.textContent = 'step ' + frames[now].dataset.step;
  };
  const pause = () => { clearInterval(timer); timer = 0; button.textContent = 'Play'; };
  const play = () => {
    let rest = 0;
    button.textContent = 'Pause';
    timer = setInterval(() => {
      if (now < frames.length - 1) { show(now + 1); rest = 0; } else if (++rest > 5) { show(0); }
    }, 300);
  };
  button.addEventListener('click', () => timer ? pause() : play());
  slider.addEventListener('input', () => { pause(); show(Number(slider.value)); });
  slider.max = frames.length - 1;
  bar.hidden = false;
  show(now);
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) { play(); }
}
