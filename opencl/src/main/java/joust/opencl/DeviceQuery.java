package joust.opencl;

import java.nio.charset.StandardCharsets;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** Asks OpenCL about platforms and devices. */
final class DeviceQuery {
    private DeviceQuery() {}

    static String text(cl_platform_id platform, int what) {
        long[] size = new long[1];
        ClStatus.check(CL.clGetPlatformInfo(platform, what, 0, null, size), "asking a platform");
        byte[] text = new byte[(int) size[0]];
        ClStatus.check(CL.clGetPlatformInfo(platform, what, text.length, Pointer.to(text), null), "asking a platform");
        return words(text);
    }

    static String text(cl_device_id device, int what) {
        long[] size = new long[1];
        ClStatus.check(CL.clGetDeviceInfo(device, what, 0, null, size), "asking a device");
        byte[] text = new byte[(int) size[0]];
        ClStatus.check(CL.clGetDeviceInfo(device, what, text.length, Pointer.to(text), null), "asking a device");
        return words(text);
    }

    /** A C string as text, with single blanks: models come padded. */
    private static String words(byte[] text) {
        String all = new String(text, StandardCharsets.UTF_8);
        int end = all.indexOf('\0');
        return (end < 0 ? all : all.substring(0, end)).strip().replaceAll("\\s+", " ");
    }

    static int integer(cl_device_id device, int what) {
        int[] value = new int[1];
        ClStatus.check(CL.clGetDeviceInfo(device, what, Sizeof.cl_uint, Pointer.to(value), null), "asking a device");
        return value[0];
    }

    /** A number of 64 bits: sizes and bit fields. */
    static long number(cl_device_id device, int what) {
        long[] value = new long[1];
        ClStatus.check(CL.clGetDeviceInfo(device, what, Sizeof.cl_ulong, Pointer.to(value), null), "asking a device");
        return value[0];
    }
}
