package joust.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import joust.backend.Backend;
import joust.backend.BackendFamily;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import joust.backend.Fastest;
import joust.gan.Presets;
import joust.gan.StepWorkload;
import joust.opencl.OpenClReport;
import joust.report.Pictures;

/**
 * What {@code joust doctor} finds.
 *
 * @param machine what this process runs on
 * @param opencl the loader, its platforms and their devices
 * @param pictureProblem why not all pictures can be drawn, with the remedy; empty if they can
 * @param families all families of backends and what each found
 * @param choice the backend that {@code auto} takes
 * @param gigaflops its speed, see {@link ProductSpeed}; 0 where there is none
 * @param reasons why that one, and why not each other
 * @param tuned what 'joust tune' has found for presets, which training then uses instead of {@code choice}
 */
record Diagnosis(
        MachineFacts machine,
        OpenClReport opencl,
        Optional<String> pictureProblem,
        List<BackendFamily> families,
        String choice,
        double gigaflops,
        List<String> reasons,
        List<Fastest> tuned) {

    static Diagnosis ofThisMachine() {
        List<String> reasons = new ArrayList<>();
        String choice = "none";
        double gigaflops = 0;
        try (Backend backend = Backends.open(Backends.AUTO, BackendOptions.DEFAULT, reasons::add)) {
            choice = backend.name() + " (" + backend.device() + "), arithmetic "
                    + backend.arithmetic().label();
            gigaflops = ProductSpeed.gigaflops(backend);
        } catch (BackendUnavailableException e) {
            reasons.add(e.getMessage());
        }
        List<Fastest> tuned = Backends.kept(
                Presets.names().stream()
                        .map(name -> StepWorkload.of(Presets.get(name)))
                        .toList(),
                reasons::add);
        return new Diagnosis(
                MachineFacts.ofThisOne(),
                OpenClReport.take(),
                Pictures.problem(),
                Backends.discover(),
                choice,
                gigaflops,
                reasons,
                tuned);
    }
}
