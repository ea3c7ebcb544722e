package gewu.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/// Stands for something that exists only once the workspace is open, so that plugins can be wired before.
final class Later {
    private Later() {}

    /// An object of `type` that hands each call to what `actual` answers at that moment.
    static <T> T of(Class<T> type, Supplier<? extends T> actual) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> {
                    try {
                        return method.invoke(actual.get(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
