package joust.opencl;

import org.jocl.CL;
import org.jocl.cl_event;

/** A place in a queue that can be waited for without waiting for what comes after it. Used over and over, without objects. */
final class Fence {
    private final OpenClContext context;
    private final cl_event event = new cl_event();
    private final cl_event[] list = {event};
    private boolean marked;

    Fence(OpenClContext context) {
        this.context = context;
    }

    /** Marks the present end of the queue; a place marked before is forgotten. */
    void mark() {
        forget();
        context.checkTaken(context.calls().mark(context.queue(), event), "marking a place in the queue");
        marked = true;
        context.objects().eventMade();
    }

    /** Waits until the device has come to the marked place, if there is one. */
    void await() {
        if (marked) {
            int status = context.calls().await(list);
            forget();
            context.checkWaited(status, "waiting for earlier commands");
        }
    }

    /** Forgets the marked place, if there is one. */
    void forget() {
        if (marked) {
            marked = false;
            context.objects().eventReleased();
            CL.clReleaseEvent(event);
        }
    }
}
