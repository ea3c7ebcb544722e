package gewu.kernel.plugin;

import gewu.api.Nearest;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.picocontainer.ComponentAdapter;
import org.picocontainer.ComponentMonitor;
import org.picocontainer.DefaultPicoContainer;
import org.picocontainer.LifecycleStrategy;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.Parameter;
import org.picocontainer.PicoBuilder;
import org.picocontainer.PicoContainer;
import org.picocontainer.injectors.AbstractInjectionFactory;
import org.picocontainer.injectors.ConstructorInjector;
import org.picocontainer.lifecycle.NullLifecycleStrategy;
import org.picocontainer.monitors.NullComponentMonitor;

/// Makes the objects of one life of a plugin; the only place that knows PicoContainer.
///
/// Each class the manifest names is made at most once, by its one constructor, with what that asks for: services of the
/// house and of required plugins, and the plugin's own classes. What is made and can be closed is handed to `made`, in
/// the order of making.
final class Wiring {
    private final String plugin;
    private final Map<Class<?>, Object> services;
    private final Set<Class<?>> own;
    private final MutablePicoContainer container;

    /// @param services what constructors may ask for, by interface
    /// @param own      the plugin's classes
    /// @param made     is handed each object as soon as it is made
    Wiring(String plugin, Map<Class<?>, Object> services, Set<Class<?>> own, Consumer<Object> made) {
        this.plugin = plugin;
        this.services = services;
        this.own = new LinkedHashSet<>(own);
        DefaultPicoContainer exports = new DefaultPicoContainer();
        services.forEach(exports::addComponent);
        // Locking must wrap caching, or two threads make two of one; the child is never attached to its parent, which
        // would keep it alive.
        this.container = new PicoBuilder(exports, new OneConstructor())
                .withLocking()
                .withCaching()
                .withLifecycle(new NullLifecycleStrategy())
                .withMonitor(new Watcher(made))
                .build();
        for (Class<?> type : own) {
            container.addComponent(type, type);
        }
    }

    /// The one object of this class.
    ///
    /// @throws WiringException if the house can't make it; what its own constructor throws comes through as it is
    Object make(Class<?> type) {
        check(type, new ArrayList<>());
        Object made = container.getComponent(type);
        if (made == null) {
            throw new WiringException(type.getName() + " could not be made.");
        }
        return made;
    }

    /// Looks ahead, so that an author reads what is missing in the author's own words.
    private void check(Class<?> type, List<Class<?>> above) {
        if (above.contains(type)) {
            throw new WiringException("Constructors ask for each other in a circle: "
                    + above.stream().map(Class::getName).collect(Collectors.joining(" → ")) + " → " + type.getName()
                    + ". Let one of them be made without the other.");
        }
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1 || java.lang.reflect.Modifier.isAbstract(type.getModifiers())) {
            throw new WiringException(type.getName() + " must be a class with one constructor, but "
                    + (constructors.length == 1 ? "it is abstract." : "it has " + constructors.length + "."));
        }
        above.add(type);
        for (Class<?> wanted : constructors[0].getParameterTypes()) {
            List<Class<?>> suitable = own.contains(wanted)
                    ? List.of(wanted)
                    : own.stream().filter(wanted::isAssignableFrom).collect(Collectors.toList());
            if (suitable.size() > 1) {
                throw new WiringException(
                        type.getName() + " asks for a " + wanted.getName() + ", and several classes suit: "
                                + suitable.stream().map(Class::getName).collect(Collectors.joining(", "))
                                + ". Ask for one of them by its own name.");
            }
            if (suitable.size() == 1) {
                check(suitable.getFirst(), above);
            } else if (!services.containsKey(wanted)) {
                throw new WiringException(type.getName() + " asks for a " + wanted.getName()
                        + ", which neither the house nor the plugin “" + plugin + "” offers. " + nearest(wanted));
            }
        }
        above.removeLast();
    }

    private String nearest(Class<?> wanted) {
        Set<String> names = new HashSet<>();
        services.keySet().forEach(it -> names.add(it.getSimpleName()));
        own.forEach(it -> names.add(it.getSimpleName()));
        return Nearest.to(wanted.getSimpleName(), names)
                .flatMap(it -> java.util.stream.Stream.concat(services.keySet().stream(), own.stream())
                        .filter(known -> known.getSimpleName().equals(it))
                        .findFirst())
                .map(it -> "Did you mean " + it.getName() + "?")
                .orElseGet(() -> "It may ask for: "
                        + services.keySet().stream()
                                .map(Class::getSimpleName)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + "; a class of its own must stand in the manifest as <component>.");
    }

    /// Constructor injection that takes the one constructor there is, public or not.
    private static final class OneConstructor extends AbstractInjectionFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public <T> ComponentAdapter<T> createComponentAdapter(
                ComponentMonitor monitor,
                LifecycleStrategy lifecycle,
                Properties properties,
                Object key,
                Class<T> type,
                Parameter @Nullable ... parameters) {
            ConstructorInjector<T> injector = new ConstructorInjector<T>(key, type, parameters, monitor, false, false)
                    .withNonPublicConstructors();
            return wrapLifeCycle(monitor.newInjector(injector), lifecycle);
        }
    }

    /// Opens constructors that are not public, and tells what was made.
    private static final class Watcher extends NullComponentMonitor {
        private static final long serialVersionUID = 1L;
        private final transient Consumer<Object> made;

        Watcher(Consumer<Object> made) {
            this.made = made;
        }

        @Override
        public <T> Constructor<T> instantiating(
                PicoContainer container, ComponentAdapter<T> adapter, Constructor<T> constructor) {
            constructor.setAccessible(true);
            return constructor;
        }

        @Override
        public <T> void instantiated(
                PicoContainer container,
                ComponentAdapter<T> adapter,
                Constructor<T> constructor,
                Object instance,
                Object[] parameters,
                long duration) {
            made.accept(instance);
        }
    }

    /// A class can't be made with what is there; the message says why and what to do.
    static final class WiringException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WiringException(String message) {
            super(message);
        }
    }
}
