package joust.backend;

/** A backend that hands work to a device piece by piece, where handing over may cost more than the work. */
public interface LaunchCounter {
    /** How many kernels the device was given since the backend was opened; never less than before. */
    long launches();
}
