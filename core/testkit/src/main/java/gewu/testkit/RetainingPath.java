package gewu.testkit;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Looks for a way from an object to a class loader, through fields of our own classes and through the JDK's
/// collections; it can't look into other objects of the JDK.
final class RetainingPath {
    private static final int MOST = 200_000;

    private final ClassLoader sought;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Step> ahead = new ArrayDeque<>();

    private record Step(Object object, String way) {}

    RetainingPath(ClassLoader sought) {
        this.sought = sought;
    }

    /// The shortest way from `root`, such as `House.plugins.listeners[]`; empty when none is seen.
    Optional<String> from(String name, Object root) {
        go(root, name);
        while (!ahead.isEmpty() && seen.size() < MOST) {
            Step step = ahead.poll();
            if (step.object() == sought || step.object().getClass().getClassLoader() == sought) {
                return Optional.of(step.way());
            }
            next(step);
        }
        return Optional.empty();
    }

    private void go(@Nullable Object object, String way) {
        if (object != null && seen.add(object)) {
            ahead.add(new Step(object, way));
        }
    }

    private void next(Step step) {
        switch (step.object()) {
            case Object[] array -> copy(Arrays.asList(array)).forEach(each -> go(each, step.way() + "[]"));
            case Collection<?> items -> copy(items).forEach(each -> go(each, step.way() + "[]"));
            case Map<?, ?> map -> {
                copy(map.keySet()).forEach(each -> go(each, step.way() + ".key"));
                copy(map.values()).forEach(each -> go(each, step.way() + "[]"));
            }
            case Optional<?> maybe -> maybe.ifPresent(each -> go(each, step.way()));
            case AtomicReference<?> atomic -> go(atomic.get(), step.way());
            case Reference<?> _ -> seen.add(step.object());
            case Class<?> type -> fields(null, type, step.way());
            case Object object -> {
                for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                    fields(object, type, step.way());
                }
            }
        }
    }

    private void fields(@Nullable Object object, Class<?> type, String way) {
        if (type.getName().startsWith("java.")
                || type.getName().startsWith("jdk.")
                || type.getName().startsWith("sun.")) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            if (!field.getType().isPrimitive() && (object != null || Modifier.isStatic(field.getModifiers()))) {
                go(value(field, object), way + "." + field.getName());
            }
        }
    }

    private static @Nullable Object value(Field field, @Nullable Object object) {
        if (!field.trySetAccessible()) {
            return null;
        }
        try {
            return field.get(object);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(field + " was opened and is closed", closed);
        }
    }

    private static List<Object> copy(Collection<?> items) {
        List<Object> copy = new ArrayList<>();
        try {
            for (Object item : items) {
                if (item != null) {
                    copy.add(item);
                }
            }
        } catch (ConcurrentModificationException changing) {
            return copy;
        }
        return copy;
    }
}
