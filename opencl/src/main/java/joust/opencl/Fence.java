package joust.opencl;

import org.jocl.CL;
import org.jocl.cl_command_queue;
import org.jocl.cl_event;

/** A place in a queue that can be waited for without waiting for what comes after it. Used over and over, without objects. */
final class Fence {
    private final LiveObjects objects;
    private final cl_command_queue queue;
    private final cl_event event = new cl_event();
    private final cl_event[] list = {event};
    private boolean marked;

    Fence(LiveObjects objects, cl_command_queue queue) {
        this.objects = objects;
        this.queue = queue;
    }

    /** Marks the present end of the queue; a place marked before is forgotten. */
    void mark() {
        forget();
        ClStatus.check(CL.clEnqueueMarkerWithWaitList(queue, 0, null, event), "marking a place in the queue");
        marked = true;
        objects.eventMade();
    }

    /** Waits until the device has come to the marked place, if there is one. */
    void await() {
        if (marked) {
            int status = CL.clWaitForEvents(1, list);
            forget();
            ClStatus.check(status, "waiting for the device");
        }
    }

    /** Forgets the marked place, if there is one. */
    void forget() {
        if (marked) {
            marked = false;
            objects.eventReleased();
            CL.clReleaseEvent(event);
        }
    }
}
