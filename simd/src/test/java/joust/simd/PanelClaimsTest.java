package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelClaimsTest {
    private static List<Integer> claim(PanelClaims claims, int worker, int most) {
        long claim = claims.claim(worker, most);
        return claim == PanelClaims.NONE ? List.of() : List.of(PanelClaims.first(claim), PanelClaims.end(claim));
    }

    @Test
    void aWorkerTakesItsOwnFromTheFrontThenTheOthersFromTheBack() {
        PanelClaims claims = new PanelClaims(2);
        claims.reset(10);
        assertThat(claim(claims, 0, 4)).containsExactly(0, 2);
        assertThat(claim(claims, 0, 4)).containsExactly(2, 3);
        assertThat(claim(claims, 0, 4)).containsExactly(3, 4);
        assertThat(claim(claims, 0, 4)).containsExactly(4, 5);
        assertThat(claim(claims, 0, 4)).containsExactly(8, 10);
        assertThat(claim(claims, 1, 1)).containsExactly(5, 6);
        assertThat(claim(claims, 0, 4)).containsExactly(7, 8);
        assertThat(claim(claims, 1, 4)).containsExactly(6, 7);
        assertThat(claim(claims, 0, 4)).isEmpty();
        assertThat(claim(claims, 1, 4)).isEmpty();
    }

    @Test
    void fewerPanelsThanWorkersAreAllClaimed() {
        PanelClaims claims = new PanelClaims(5);
        claims.reset(1);
        assertThat(claim(claims, 2, 4)).containsExactly(0, 1);
        assertThat(claim(claims, 4, 4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyPanelIsClaimedOnce(int workers) throws Exception {
        PanelClaims claims = new PanelClaims(workers);
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (int panels = 0; panels < 300; panels++) {
                claims.reset(panels);
                AtomicIntegerArray claimed = new AtomicIntegerArray(panels);
                List<Future<?>> ends = new ArrayList<>();
                for (int worker = 0; worker < workers; worker++) {
                    int own = worker;
                    ends.add(threads.submit(() -> claimAll(claims, own, claimed)));
                }
                for (Future<?> end : ends) {
                    end.get();
                }
                for (int panel = 0; panel < panels; panel++) {
                    assertThat(claimed.get(panel)).isEqualTo(1);
                }
            }
        }
    }

    private static void claimAll(PanelClaims claims, int worker, AtomicIntegerArray claimed) {
        for (long claim = claims.claim(worker, 4); claim != PanelClaims.NONE; claim = claims.claim(worker, 4)) {
            for (int panel = PanelClaims.first(claim); panel < PanelClaims.end(claim); panel++) {
                claimed.incrementAndGet(panel);
            }
        }
    }
}
