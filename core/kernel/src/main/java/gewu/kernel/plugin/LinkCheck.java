package gewu.kernel.plugin;

import gewu.api.Nearest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InterfaceMethodRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks through a plugin's class files for what would fail later, at a click: classes and members of the api that are
/// not there, classes nobody brings, and calls that would end the whole program. Loads nothing.
final class LinkCheck {
    private static final Set<String> ENDS =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
    private static final int MOST = 20;

    private final ClassLoader host;
    private final Map<String, byte[]> own;
    private final Set<String> exported;
    private final Set<String> authored;
    private final Map<String, Optional<Shape>> shapes = new HashMap<>();
    private final Set<String> apiClasses;
    private final List<String> faults = new ArrayList<>();

    /// What a class offers to others.
    private record Shape(@Nullable String superclass, List<String> interfaces, Set<String> members) {}

    private LinkCheck(
            ClassLoader host,
            Map<String, byte[]> own,
            Set<String> exported,
            Set<String> authored,
            Set<String> apiClasses) {
        this.host = host;
        this.own = own;
        this.exported = exported;
        this.authored = authored;
        this.apiClasses = apiClasses;
    }

    /// What is wrong, in sentences; empty when nothing is.
    ///
    /// @param own      the plugin's class files by internal name, such as `gewu/hello/Hello`
    /// @param exported packages that required plugins export
    /// @param authored packages of the author's own code; libraries may lack optional classes, and end in `main`
    static List<String> faults(
            ClassLoader host,
            Map<String, byte[]> own,
            Set<String> exported,
            Set<String> authored,
            Set<String> apiClasses) {
        LinkCheck check = new LinkCheck(host, new TreeMap<>(own), exported, authored, apiClasses);
        for (var it : check.own.entrySet()) {
            check.look(it.getKey(), it.getValue());
        }
        return check.faults.size() <= MOST
                ? check.faults
                : new ArrayList<>(check.faults.subList(0, MOST)) {
                    private static final long serialVersionUID = 1L;

                    {
                        add("… and " + (check.faults.size() - MOST) + " more.");
                    }
                };
    }

    private void look(String name, byte[] bytes) {
        try {
            Optional<String> tooNew = ClassFiles.tooNew(dotted(name), new ByteArrayInputStream(bytes));
            if (tooNew.isPresent()) {
                faults.add(tooNew.get());
                return;
            }
            ClassModel model = ClassFile.of().parse(bytes);
            Set<String> seen = new HashSet<>();
            boolean mayEnd = false;
            for (PoolEntry entry : model.constantPool()) {
                if (entry instanceof ClassEntry it) {
                    needClass(name, element(it.asInternalName()), seen);
                } else if (entry instanceof MemberRefEntry it) {
                    mayEnd |= ENDS.contains(
                            it.owner().asInternalName() + "." + it.name().stringValue());
                    needMember(name, it, seen);
                }
            }
            if (mayEnd) {
                findEnds(name, model);
            }
        } catch (IllegalArgumentException | IOException damaged) {
            faults.add(
                    dotted(name) + " is not a whole class file: " + damaged.getMessage() + ". Build the plugin again.");
        }
    }

    /// `[[Lgewu/X;` is about `gewu/X`.
    private static String element(String name) {
        int from = name.lastIndexOf('[') + 1;
        if (from == 0) {
            return name;
        }
        return name.charAt(from) == 'L' ? name.substring(from + 1, name.length() - 1) : "java/lang/Object";
    }

    private void needClass(String user, String name, Set<String> seen) {
        if (!seen.add(name) || own.containsKey(name)) {
            return;
        }
        String dotted = dotted(name);
        if (ApiLoader.isApi(dotted)) {
            if (shape(name).isEmpty() && !dotted.startsWith("org.jspecify.")) {
                faults.add(dotted(user) + " uses " + dotted + ", which this api does not have. "
                        + Nearest.hint(dotted, apiClasses));
            }
        } else if (isAuthored(user)
                && !ApiLoader.isShared(dotted)
                && !exported.contains(Manifest.packageOf(dotted))
                && !isAnnotationLike(dotted)) {
            faults.add(
                    dotted(user) + " uses " + dotted
                            + ", which neither the api nor the plugin brings. Put its library into the plugin, or do without it.");
        }
    }

    /// Annotations are never loaded unless somebody asks for them.
    private static boolean isAnnotationLike(String dotted) {
        return dotted.contains(".annotation");
    }

    private boolean isAuthored(String name) {
        return authored.contains(Manifest.packageOf(dotted(name)));
    }

    private void needMember(String user, MemberRefEntry member, Set<String> seen) {
        String owner = member.owner().asInternalName();
        boolean isChecked = own.containsKey(owner) || ApiLoader.isApi(dotted(owner));
        if (owner.startsWith("[") || !isChecked || shape(owner).isEmpty()) {
            return;
        }
        String key = key(
                member instanceof MethodRefEntry || member instanceof InterfaceMethodRefEntry,
                member.name().stringValue(),
                member.type().stringValue());
        if (!seen.add(owner + "." + key)) {
            return;
        }
        if (Boolean.FALSE.equals(has(owner, key, new HashSet<>()))) {
            Set<String> alike = new TreeSet<>();
            shape(owner).ifPresent(it -> it.members.forEach(one -> alike.add(readable(one))));
            faults.add(dotted(user) + " uses " + dotted(owner) + "." + readable(key) + ", which is not there"
                    + (ApiLoader.isApi(dotted(owner)) ? " in this api. " : ". ") + Nearest.hint(readable(key), alike));
        }
    }

    /// Whether the class or one above it has the member; null when a class above it can't be seen.
    private @Nullable Boolean has(String owner, String key, Set<String> visited) {
        if (!visited.add(owner)) {
            return false;
        }
        Shape shape = shape(owner).orElse(null);
        if (shape == null) {
            return null;
        }
        if (shape.members.contains(key)) {
            return true;
        }
        boolean isSure = true;
        List<String> above = new ArrayList<>(shape.interfaces);
        if (shape.superclass != null) {
            above.add(shape.superclass);
        } else if (!owner.equals("java/lang/Object")) {
            above.add("java/lang/Object");
        }
        for (String one : above) {
            Boolean there = has(one, key, visited);
            if (Boolean.TRUE.equals(there)) {
                return true;
            }
            isSure &= there != null;
        }
        if (key.startsWith("invoke") || owner.equals("java/lang/invoke/MethodHandle")) {
            return true;
        }
        return isSure ? Boolean.FALSE : null;
    }

    private Optional<Shape> shape(String name) {
        return shapes.computeIfAbsent(name, this::read);
    }

    private Optional<Shape> read(String name) {
        byte[] bytes = own.get(name);
        String dotted = dotted(name);
        try {
            if (bytes == null && ApiLoader.isApi(dotted)) {
                try (InputStream stream = host.getResourceAsStream(name + ".class")) {
                    bytes = stream == null ? null : stream.readAllBytes();
                }
            } else if (bytes == null) {
                try (InputStream stream = ClassLoader.getSystemResourceAsStream(name + ".class")) {
                    bytes = stream == null || !ApiLoader.isShared(dotted) ? null : stream.readAllBytes();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (bytes == null) {
            return Optional.empty();
        }
        ClassModel model = ClassFile.of().parse(bytes);
        Set<String> members = new HashSet<>();
        model.methods()
                .forEach(it -> members.add(
                        key(true, it.methodName().stringValue(), it.methodType().stringValue())));
        model.fields()
                .forEach(it -> members.add(
                        key(false, it.fieldName().stringValue(), it.fieldType().stringValue())));
        return Optional.of(new Shape(
                model.superclass().map(ClassEntry::asInternalName).orElse(null),
                model.interfaces().stream().map(ClassEntry::asInternalName).toList(),
                members));
    }

    private void findEnds(String name, ClassModel model) {
        boolean isFound = false;
        for (MethodModel method : model.methods()) {
            boolean isMain = method.methodName().stringValue().equals("main")
                    && method.flags().has(AccessFlag.STATIC)
                    && method.methodType().stringValue().startsWith("([Ljava/lang/String;)");
            var ends = method.code().stream()
                    .flatMap(it -> it.elementStream())
                    .filter(InvokeInstruction.class::isInstance)
                    .map(InvokeInstruction.class::cast)
                    .filter(it -> ENDS.contains(
                            it.owner().asInternalName() + "." + it.name().stringValue()))
                    .findFirst();
            if (ends.isPresent()) {
                isFound = true;
                if (isAuthored(name) || !isMain) {
                    String end = dotted(ends.get().owner().asInternalName()) + "."
                            + ends.get().name().stringValue();
                    faults.add(dotted(name) + "." + method.methodName().stringValue() + "() calls " + end
                            + ", which would end the whole workbench. Throw a WorkbenchException instead.");
                }
            }
        }
        if (!isFound) {
            faults.add(
                    dotted(name)
                            + " hands System.exit on as a method reference, which would end the whole workbench. Throw a WorkbenchException instead.");
        }
    }

    private static String key(boolean isMethod, String name, String type) {
        return isMethod ? name + type : name + ":" + type;
    }

    /// `search(Lgewu/api/search/SearchQuery;)…` as `search(SearchQuery)`; a field as its name.
    private static String readable(String key) {
        int parameters = key.indexOf('(');
        if (parameters < 0) {
            return key.substring(0, key.indexOf(':'));
        }
        var type = java.lang.constant.MethodTypeDesc.ofDescriptor(key.substring(parameters));
        List<String> names = type.parameterList().stream()
                .map(java.lang.constant.ClassDesc::displayName)
                .toList();
        return key.substring(0, parameters) + "(" + String.join(", ", names) + ")";
    }

    private static String dotted(String internal) {
        return internal.replace('/', '.');
    }
}
