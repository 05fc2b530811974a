/**
 * The OpenCL backend. Its lowest layer is this, from the ground up; nothing above it names a type of JOCL but {@code
 * cl_*} handles in constructors:
 *
 * <ul>
 *   <li>{@link joust.opencl.OpenClLibrary} looks for the OpenCL loader through {@code java.lang.foreign}, and switches off
 *       PoCL's handler for SIGFPE, before anything touches OpenCL; {@link joust.opencl.JoclLibrary} then loads JOCL's native
 *       library from a folder that nobody else can write to. Either is a problem with its remedy where it fails.
 *   <li>{@link joust.opencl.DeviceScan} lists platforms and devices once ({@link joust.opencl.DeviceListing}), {@link joust.opencl.OpenClReport} is what users see.
 *   <li>{@link joust.opencl.OpenClContext} is one device in use: one context, one in-order queue, and everything made on it.
 *       {@link joust.opencl.LiveObjects} counts every OpenCL object and releases each exactly once.
 *   <li>{@link joust.opencl.DeviceBuffer} is memory. Kernels take a buffer and an offset in floats, never sub-buffers.
 *   <li>{@link joust.opencl.ClProgram} is a {@code .cl} resource built for the device, {@link joust.opencl.ClKernel} one of its
 *       kernels: arguments in order, then a launch, as in
 *       {@code kernel.arguments().tensor(x).tensor(y).real(factor).integer(n).launch(n)}. Only arguments that changed are set.
 * </ul>
 *
 * <p>A kernel that names its work-group size ({@code reqd_work_group_size}) is launched with it; others in groups of at most
 * {@link joust.opencl.ClKernel#PREFERRED_GROUP}, or as few as the device allows the kernel. Global sizes are padded up to a
 * multiple, so a kernel compares its index with the count it was given. In steady state a launch allocates nothing on the
 * Java heap. JOCL cannot write to a device without waiting unless it starts a thread for each call, so that one function is
 * called through {@code java.lang.foreign} ({@link joust.opencl.Staging}).
 *
 * <p>Kernels compute the bits of {@code joust.math}: every source begins with {@code common.cl}, which switches contraction off,
 * and nothing is built with fast arithmetic. Work-items never return before a barrier, loops around barriers have the same
 * trip count for all items of a group, and no barrier ends a loop: PoCL miscompiles other forms.
 */
@NullMarked
package joust.opencl;

import org.jspecify.annotations.NullMarked;
