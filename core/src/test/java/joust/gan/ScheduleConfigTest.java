package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleConfigTest {
    @Test
    void aConstantScheduleKeepsTheRate() {
        assertThat(new ScheduleConfig.Constant().factor(17, 20)).isEqualTo(1);
    }

    @Test
    void theTutorialsStaircaseFallsAtEachQuarterOfTheRun() {
        ScheduleConfig schedule = new ScheduleConfig.Staircase(0.95, 4);

        assertThat(schedule.factor(0, 10_000)).isEqualTo(1);
        assertThat(schedule.factor(2_499, 10_000)).isEqualTo(1);
        assertThat(schedule.factor(2_500, 10_000)).isEqualTo(0.95);
        assertThat(schedule.factor(7_500, 10_000)).isCloseTo(0.95 * 0.95 * 0.95, within(1e-15));
        assertThat(schedule.factor(9_999, 10_000)).isCloseTo(0.95 * 0.95 * 0.95, within(1e-15));
    }

    @Test
    void anExponentialScheduleReachesItsDecayAtTheEndOfTheRun() {
        ScheduleConfig schedule = new ScheduleConfig.Exponential(0.01);

        assertThat(schedule.factor(0, 8)).isEqualTo(1);
        assertThat(schedule.factor(4, 8)).isCloseTo(0.1, within(1e-15));
        assertThat(schedule.factor(7, 8)).isCloseTo(0.01 / StrictMath.pow(0.01, 0.125), within(1e-15));
    }

    @Test
    void aLinearScheduleGoesStraightToItsEnd() {
        ScheduleConfig schedule = new ScheduleConfig.Linear(0.2);

        assertThat(schedule.factor(0, 4)).isEqualTo(1);
        assertThat(schedule.factor(1, 4)).isCloseTo(0.8, within(1e-15));
        assertThat(schedule.factor(3, 4)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void afterTheConfiguredStepsTheLastRateIsKept() {
        ScheduleConfig schedule = new ScheduleConfig.Linear(0);

        assertThat(schedule.factor(100, 4)).isEqualTo(schedule.factor(3, 4));
        assertThat(schedule.factor(Long.MAX_VALUE, 4)).isEqualTo(schedule.factor(3, 4));
    }

    @Test
    void manyStairsOverManyStepsDoNotOverflow() {
        ScheduleConfig schedule = new ScheduleConfig.Staircase(1, Integer.MAX_VALUE);

        assertThat(new ScheduleConfig.Staircase(0.5, 1 << 20).factor(1 << 20, 1 << 30))
                .isEqualTo(StrictMath.pow(0.5, 1 << 10));
        assertThat(schedule.factor(Integer.MAX_VALUE - 2L, Integer.MAX_VALUE)).isEqualTo(1);
    }
}
