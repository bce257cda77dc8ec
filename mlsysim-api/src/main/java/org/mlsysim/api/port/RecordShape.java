package org.mlsysim.api.port;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;

/**
 * A record seen as ports: the only class of mlsysim that reflects.
 *
 * <p>It works through the {@code Lookup} of the record's owner, so a plugin neither exports nor
 * opens a package. Reading is strict: unknown names, missing values, wrong types, wrong dimensions
 * and values out of range are all reported, all at once.
 *
 * @param <T> the record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordShape<T extends Record> {
  /** A component of the record; what it carries, and how it is read from an instance. */
  private record Component(PortSpec spec, boolean hidden, boolean optional, Accessor accessor) {}

  @FunctionalInterface
  private interface Accessor {
    Object get(Object instance) throws Throwable;
  }

  @FunctionalInterface
  private interface Creator {
    Object create(Object[] values) throws Throwable;
  }

  private static final ClassValue<List<Supply>> SUPPLIES =
      new ClassValue<>() {
        @Override
        protected List<Supply> computeValue(Class<?> type) {
          return Arrays.stream(type.getMethods())
              .filter(method -> method.isAnnotationPresent(Supplies.class))
              .filter(method -> method.getParameterCount() == 0 && !method.isBridge())
              .filter(method -> isReachable(method.getDeclaringClass()))
              .map(RecordShape::supply)
              .sorted(Comparator.comparing(Supply::port))
              .toList();
        }
      };

  private final Class<T> type;
  private final Shapes shapes;
  private final List<Component> components;
  private final List<PortSpec> ports;
  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final Object[] defaults;
  private final Creator creator;

  private RecordShape(Shapes shapes, Class<T> type) {
    this.type = type;
    this.shapes = shapes;
    this.components =
        Arrays.stream(type.getRecordComponents()).map(component -> component(component)).toList();
    this.ports = components.stream().filter(each -> !each.hidden()).map(Component::spec).toList();
    this.creator = creator();
    this.defaults = new Object[components.size()];
    for (int i = 0; i < components.size(); i++) {
      PortSpec spec = components.get(i).spec();
      name(spec.name(), i);
      for (String alias : spec.aliases()) {
        name(alias, i);
      }
    }
  }

  /**
   * The shape of a record, seen through its owner's lookup.
   *
   * @throws IllegalArgumentException if a component has no {@link Port}, or a port is declared
   *     wrongly; it names the record and the component
   */
  public static <T extends Record> RecordShape<T> of(MethodHandles.Lookup lookup, Class<T> type) {
    return of(new Shapes(lookup), type);
  }

  static <T extends Record> RecordShape<T> of(Shapes shapes, Class<T> type) {
    return new RecordShape<>(shapes, type);
  }

  /** The record. */
  public Class<T> type() {
    return type;
  }

  /** All ports in the order of the components. */
  public List<PortSpec> ports() {
    return ports;
  }

  /** The port of that name or alias. */
  public Optional<PortSpec> port(String name) {
    Integer i = index.get(name);
    return i == null || components.get(i).hidden()
        ? Optional.empty()
        : Optional.of(components.get(i).spec());
  }

  /**
   * Reads a record from a map.
   *
   * @throws MlsysimException if anything is wrong; it holds everything that is
   */
  public T read(Wire.Fields fields, Registry registry) {
    return read(fields, registry, Map.of());
  }

  /** Reads a record from a map, with the values of its hidden components. */
  public T read(Wire.Fields fields, Registry registry, Map<String, Object> hidden) {
    Reading reading = new Reading(registry);
    Map<String, Object> values = new LinkedHashMap<>(hidden);
    fields.positions().forEach(reading::place);
    values.putAll(fields.values());
    T record = assemble(values, "", reading);
    reading.throwIfAny();
    return Objects.requireNonNull(record);
  }

  /**
   * Builds a record from values by port name: Java values of the port's type, wire values, or
   * texts, numbers and flags as they would stand on the wire. Absent ports take their defaults.
   *
   * @throws MlsysimException if anything is wrong; it holds everything that is
   */
  public T build(Map<String, ?> values, Registry registry) {
    Reading reading = new Reading(registry);
    T record = assemble(new LinkedHashMap<>(values), "", reading);
    reading.throwIfAny();
    return Objects.requireNonNull(record);
  }

  /**
   * Checks every value against its port's range.
   *
   * @throws MlsysimException if a value is out of range; it holds every such value
   */
  public void check(T record) {
    Reading reading = new Reading(Registry.EMPTY);
    checkNested(record, "", reading);
    reading.throwIfAny();
  }

  /** The value of a port; an absent optional one is empty. */
  public Optional<Object> get(T record, String port) {
    Integer i = index.get(port);
    if (i == null) {
      throw new IllegalArgumentException("%s has no port %s".formatted(type.getName(), port));
    }
    return value(components.get(i), record);
  }

  /** The wire form of a record: every port, absent ones as null. */
  public Wire.Fields write(T record) {
    return writeUnchecked(record);
  }

  /**
   * The way to a value of the record under a dotted name, if there is one: {@code latency}, or
   * {@code node_profile.mfu} where the port carries a record.
   */
  public Optional<PortPath> path(String dotted) {
    String name = "";
    RecordShape<?> shape = this;
    List<Function<Object, Optional<Object>>> steps = new ArrayList<>();
    String[] segments = dotted.split("\\.", -1);
    for (int i = 0; ; i++) {
      Integer at = shape.index.get(segments[i]);
      if (at == null || shape.components.get(at).hidden()) {
        return Optional.empty();
      }
      Component component = shape.components.get(at);
      PortSpec spec = component.spec();
      name = join(name, spec.name());
      steps.add(record -> value(component, record));
      if (i == segments.length - 1) {
        return Optional.of(new PortPath(name, spec, steps));
      }
      if (!(spec.type() instanceof PortType.Entity) || !spec.type().javaType().isRecord()) {
        return Optional.empty();
      }
      shape = shapes.of(spec.type().javaType());
    }
  }

  /**
   * The Java value that a port takes from a given one, read and checked as {@link #build} does.
   *
   * @param path how findings name the value
   * @throws MlsysimException if anything is wrong; it holds everything that is
   */
  public Object convert(String port, Object given, String path, Registry registry) {
    Reading reading = new Reading(registry);
    Object value = convert(component(port), given, path, reading);
    reading.throwIfAny();
    return Objects.requireNonNull(value);
  }

  /** The default of a port; empty for a required port and for an optional one without. */
  public Optional<Object> defaultValue(String port, Registry registry) {
    Component component = component(port);
    PortSpec spec = component.spec();
    if (component.optional() || spec.defaultText().isEmpty()) {
      return Optional.empty();
    }
    Reading reading = new Reading(registry);
    Object value = spec.type().read(defaultWire(spec), spec.name(), spec.range(), reading);
    reading.throwIfAny();
    return Optional.ofNullable(value);
  }

  /**
   * Creates a record from one Java value a port, in the order of {@link #ports}; null is an absent
   * optional value. Neither types nor ranges are checked here: the values come from {@link
   * #convert}, {@link #defaultValue} or another record's ports.
   *
   * @throws MlsysimException if the record itself refuses the values
   */
  public T create(Object[] values) {
    Object[] arguments = new Object[components.size()];
    int port = 0;
    for (int i = 0; i < arguments.length; i++) {
      Component component = components.get(i);
      Object value = component.hidden() ? null : values[port++];
      arguments[i] = component.optional() ? Optional.ofNullable(value) : value;
    }
    try {
      return type.cast(creator.create(arguments));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("%s cannot be created".formatted(type.getName()), e);
    }
  }

  /** The wire form of a port's value. */
  public Wire write(String port, Object value) {
    return component(port).spec().type().write(value);
  }

  private Component component(String port) {
    Integer i = index.get(port);
    if (i == null) {
      throw new IllegalArgumentException("%s has no port %s".formatted(type.getName(), port));
    }
    return components.get(i);
  }

  /** What an object supplies to ports of other names, declared by {@link Supplies}. */
  public static Map<String, Object> supplies(Object value) {
    Map<String, Object> supplied = new LinkedHashMap<>();
    for (Supply supply : supplies(value.getClass())) {
      supply.of(value).ifPresent(each -> supplied.put(supply.port(), each));
    }
    return supplied;
  }

  /** The ports that objects of a type supply, sorted by name. */
  public static List<Supply> supplies(Class<?> type) {
    return SUPPLIES.get(type);
  }

  private static boolean isReachable(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && type.getModule().isExported(type.getPackageName(), RecordShape.class.getModule());
  }

  private static Supply supply(Method method) {
    String port = method.getAnnotation(Supplies.class).value();
    boolean optional = method.getReturnType() == Optional.class;
    Class<?> type =
        raw(optional ? argument(method.getGenericReturnType(), 0) : method.getGenericReturnType());
    return new Supply(
        port,
        MethodType.methodType(type).wrap().returnType(),
        object -> {
          try {
            Object given = method.invoke(object);
            return optional ? ((Optional<?>) given).map(Object.class::cast) : Optional.of(given);
          } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                "%s cannot supply %s".formatted(object.getClass().getName(), port), e);
          }
        });
  }

  Wire.Fields writeUnchecked(Object record) {
    Wire.FieldsBuilder fields = Wire.fields();
    for (Component component : components) {
      if (!component.hidden()) {
        Wire wire = value(component, record).map(component.spec().type()::write).orElse(Wire.NULL);
        fields.put(component.spec().name(), wire);
      }
    }
    return fields.build();
  }

  @Nullable T readNested(Wire.Fields fields, String path, Reading reading) {
    fields.positions().forEach((name, position) -> reading.place(path + "." + name, position));
    return assemble(new LinkedHashMap<>(fields.values()), path, reading);
  }

  void checkNested(Object record, String path, Reading reading) {
    for (Component component : components) {
      PortSpec spec = component.spec();
      if (!component.hidden() && spec.type().isChecked()) {
        Object value = raw(component, record);
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present != null) {
          spec.type().check(present, join(path, spec.name()), spec.range(), reading);
        }
      }
    }
  }

  private @Nullable T assemble(Map<String, Object> given, String path, Reading reading) {
    int before = reading.findings().size();
    Object[] values = new Object[components.size()];
    boolean[] present = new boolean[components.size()];
    given.forEach(
        (name, value) -> {
          Integer i = index.get(name);
          if (i == null) {
            List<String> known = ports.stream().map(PortSpec::name).toList();
            String at = join(path, name);
            reading.report(Findings.unknownKey(at, name, known), at);
          } else if (present[i]) {
            String port = join(path, components.get(i).spec().name());
            String at = join(path, name);
            String message = "%s is given twice, once as %s.".formatted(port, at);
            reading.report(
                Finding.of(org.mlsysim.api.error.ErrorCode.INPUT_CONFLICT, port, message), at);
          } else if (!(value instanceof Wire.Null)) {
            present[i] = true;
            values[i] = given(components.get(i), value, join(path, name), reading);
          }
        });
    for (int i = 0; i < values.length; i++) {
      if (!present[i]) {
        values[i] = absent(i, path, reading);
      }
    }
    return reading.findings().size() == before ? create(values, path, reading) : null;
  }

  private @Nullable Object given(Component component, Object value, String path, Reading reading) {
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (inner == null) {
      return Optional.empty();
    }
    Object converted = convert(component, inner, path, reading);
    return component.optional() ? Optional.ofNullable(converted) : converted;
  }

  private static @Nullable Object convert(
      Component component, Object value, String path, Reading reading) {
    PortSpec spec = component.spec();
    Wire wire = wire(value, spec.type());
    if (component.hidden()) {
      return value;
    }
    if (wire != null) {
      return spec.type().read(wire, path, spec.range(), reading);
    }
    if (spec.type().javaType().isInstance(value)) {
      spec.type().check(value, path, spec.range(), reading);
      return value;
    }
    String what = "a " + value.getClass().getSimpleName();
    reading.report(Findings.wrongType(path, what, spec.type().text()), path);
    return null;
  }

  private static @Nullable Wire wire(Object value, PortType type) {
    if (value instanceof Wire wire) {
      return type instanceof PortType.Open && !(value instanceof Wire.Text) ? null : wire;
    }
    if (value instanceof List<?> list && type instanceof PortType.Items items) {
      return items(list, items.element());
    }
    if (type.javaType().isInstance(value)) {
      return null;
    }
    if (value instanceof String text) {
      return Wire.of(text);
    }
    if (value instanceof Boolean flag) {
      return Wire.of(flag);
    }
    if (value instanceof Number number) {
      return value instanceof Integer || value instanceof Long
          ? Wire.of(number.longValue())
          : Wire.of(number.doubleValue());
    }
    return null;
  }

  /** A list as it would stand on the wire; null where its elements are Java values already. */
  private static @Nullable Wire items(List<?> list, PortType element) {
    List<Wire> wires = new ArrayList<>(list.size());
    for (Object each : list) {
      Wire wire = wire(each, element);
      if (wire != null) {
        wires.add(wire);
      }
    }
    return !wires.isEmpty() && wires.size() == list.size() ? new Wire.Items(wires) : null;
  }

  private @Nullable Object absent(int i, String path, Reading reading) {
    Component component = components.get(i);
    PortSpec spec = component.spec();
    if (component.optional()) {
      return Optional.empty();
    }
    if (spec.defaultText().isEmpty()) {
      String port = join(path, spec.name());
      reading.report(Findings.missing(port, spec.expected()), path);
      return null;
    }
    Object value = defaults[i];
    if (value == null) {
      value = spec.type().read(defaultWire(spec), join(path, spec.name()), spec.range(), reading);
      if (!mentionsRegistry(spec.type())) {
        defaults[i] = value;
      }
    }
    return value;
  }

  private static boolean mentionsRegistry(PortType type) {
    return type instanceof PortType.Entity
        || (type instanceof PortType.Items items && mentionsRegistry(items.element()));
  }

  /** A default as it would stand on the wire. */
  static Wire defaultWire(PortSpec spec) {
    String text = spec.defaultText().orElseThrow();
    return spec.type() instanceof PortType.Table ? Wire.fields().build() : spec.type().parse(text);
  }

  private @Nullable T create(Object[] values, String path, Reading reading) {
    try {
      return type.cast(creator.create(values));
    } catch (MlsysimException e) {
      e.findings().forEach(finding -> reading.report(finding, join(path, finding.port())));
      return null;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("%s cannot be created".formatted(type.getName()), e);
    }
  }

  private static Optional<Object> value(Component component, Object record) {
    Object value = raw(component, record);
    return component.optional()
        ? ((Optional<?>) value).map(Object.class::cast)
        : Optional.of(value);
  }

  private static Object raw(Component component, Object record) {
    try {
      return component.accessor().get(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("%s cannot be read".formatted(component.spec().name()), e);
    }
  }

  private static String join(String path, String name) {
    if (name.isEmpty()) {
      return path;
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  private void name(String name, int i) {
    if (index.put(name, i) != null) {
      throw declared(components.get(i).spec().name(), "the name %s stands twice".formatted(name));
    }
  }

  private Component component(RecordComponent component) {
    Port port = component.getAnnotation(Port.class);
    if (port == null) {
      throw declared(component.getName(), "it has no @Port");
    }
    try {
      Type generic = component.getGenericType();
      boolean optional = component.getType() == Optional.class;
      Type carried = optional ? argument(generic, 0) : generic;
      String name = port.name().isEmpty() ? PortNames.snakeCase(component.getName()) : port.name();
      boolean defaulted = !port.defaultValue().equals(Port.NO_DEFAULT);
      PortSpec spec =
          new PortSpec(
              name,
              List.of(port.aliases()),
              port.hidden() ? new PortType.Open() : portType(carried, port, name),
              !optional && !defaulted,
              defaulted ? Optional.of(port.defaultValue()) : Optional.empty(),
              Range.parse(port.range()),
              port.doc(),
              port.linked(),
              port.verdict());
      return new Component(spec, port.hidden(), optional, accessor(component));
    } catch (IllegalArgumentException | IllegalAccessException e) {
      throw declared(component.getName(), String.valueOf(e.getMessage()));
    }
  }

  private PortType portType(Type generic, Port port, String name) {
    Class<?> raw = raw(generic);
    if (raw == int.class || raw == Integer.class) {
      return new PortType.Whole(Integer.class);
    }
    if (raw == long.class || raw == Long.class) {
      return new PortType.Whole(Long.class);
    }
    if (raw == double.class || raw == Double.class) {
      return new PortType.Real();
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return new PortType.Flag();
    }
    if (raw == String.class) {
      return new PortType.Words();
    }
    if (raw.isEnum()) {
      return new PortType.Choice(raw);
    }
    if (raw == Quantity.class) {
      return new PortType.Measure(
          port.unit(), List.of(port.alternativeUnits()), PortNames.endsInUnit(name, port.unit()));
    }
    if (raw == List.class) {
      return new PortType.Items(portType(argument(generic, 0), port, name));
    }
    if (raw == Map.class) {
      return new PortType.Table(portType(argument(generic, 1), port, name));
    }
    if (raw == Wire.class) {
      return new PortType.Open();
    }
    if (raw.isRecord() || raw.isInterface()) {
      return new PortType.Entity(raw, shapes);
    }
    throw new IllegalArgumentException("a port cannot carry a %s".formatted(raw.getName()));
  }

  private static Type argument(Type generic, int i) {
    if (generic instanceof ParameterizedType parameterized) {
      return parameterized.getActualTypeArguments()[i];
    }
    throw new IllegalArgumentException("%s says no element type".formatted(generic.getTypeName()));
  }

  private static Class<?> raw(Type generic) {
    if (generic instanceof Class<?> type) {
      return type;
    }
    if (generic instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    throw new IllegalArgumentException("%s is no port type".formatted(generic.getTypeName()));
  }

  private IllegalArgumentException declared(String component, String problem) {
    return new IllegalArgumentException(
        "%s.%s is no good port: %s".formatted(type.getName(), component, problem));
  }

  /** Whether plain reflection reaches the record; it starts faster than a method handle. */
  private boolean isOpen() {
    for (Class<?> each = type; each != null; each = each.getDeclaringClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        return false;
      }
    }
    return type.getModule().isExported(type.getPackageName(), RecordShape.class.getModule());
  }

  private Accessor accessor(RecordComponent component) throws IllegalAccessException {
    Method method = component.getAccessor();
    if (isOpen()) {
      return instance -> {
        try {
          return method.invoke(instance);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      };
    }
    MethodHandle handle =
        shapes.lookup().unreflect(method).asType(MethodType.methodType(Object.class, Object.class));
    return instance -> (Object) handle.invokeExact(instance);
  }

  private Creator creator() {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(parameters);
      if (isOpen() && Modifier.isPublic(constructor.getModifiers())) {
        return values -> {
          try {
            return constructor.newInstance(values);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
      }
      MethodHandle handle =
          shapes
              .lookup()
              .unreflectConstructor(constructor)
              .asSpreader(Object[].class, parameters.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      return values -> (Object) handle.invokeExact(values);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException(
          "%s cannot be created through the lookup of %s"
              .formatted(type.getName(), shapes.lookup().lookupClass().getName()),
          e);
    }
  }

  @Override
  public String toString() {
    return ports.stream()
        .map(PortSpec::name)
        .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")"));
  }
}
