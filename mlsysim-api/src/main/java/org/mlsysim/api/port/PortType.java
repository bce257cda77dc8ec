package org.mlsysim.api.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.Unit;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.units.IncommensurableUnitException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.UnknownUnitException;
import org.mlsysim.api.wire.Wire;

/** What a port carries, and how it goes to and from the wire. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class PortType {
  private final Class<?> javaType;

  PortType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** The Java type of a value, boxed. */
  public final Class<?> javaType() {
    return javaType;
  }

  /** The type for people, for instance {@code "a whole number"} or {@code "a quantity in B/s"}. */
  public abstract String text();

  /** The unit symbol of quantities, else "". */
  public String unit() {
    return "";
  }

  /** Reads a value; reports to the reading and answers null where it cannot. */
  abstract @Nullable Object read(Wire wire, String path, Range range, Reading reading);

  /** Whether a value of the type can be wrong at all; words and flags cannot. */
  boolean isChecked() {
    return true;
  }

  /** Checks a value given in Java; reports to the reading. */
  abstract void check(Object value, String path, Range range, Reading reading);

  /** Checks a member of a collection, whose type the collection has erased. */
  final void checkElement(Object value, String path, Range range, Reading reading) {
    if (javaType.isInstance(value)) {
      check(value, path, range, reading);
    } else {
      String what = "a " + value.getClass().getSimpleName();
      reading.report(Findings.wrongType(path, what, text()), path);
    }
  }

  /** The wire form of a value. */
  abstract Wire write(Object value);

  /** Whether a value of the other type can feed a port of this one. */
  public boolean accepts(PortType other) {
    return javaType.isAssignableFrom(other.javaType);
  }

  /**
   * What a bare text stands for where there is nothing but text: a default, a command line. A text
   * that is no value of the type stays a text, and is refused when it is read.
   */
  public Wire parse(String text) {
    return Wire.of(text);
  }

  private static Wire parseNumber(String text) {
    try {
      double value = Double.parseDouble(text);
      boolean whole = text.indexOf('.') < 0 && value == Math.rint(value);
      return Double.isFinite(value) ? new Wire.Num(value, whole) : Wire.of(text);
    } catch (NumberFormatException e) {
      return Wire.of(text);
    }
  }

  /** A map of {@code value} and {@code unit} as the amount it is; anything else as it is. */
  private static Wire asAmount(Wire wire) {
    return wire instanceof Wire.Fields fields
            && fields.values().size() == 2
            && fields.values().get("value") instanceof Wire.Num num
            && fields.values().get("unit") instanceof Wire.Text text
        ? new Wire.Amount(num.value(), text.value())
        : wire;
  }

  static String show(Wire given) {
    Wire wire = asAmount(given);
    if (wire instanceof Wire.Num num) {
      return Units.number(num.value());
    }
    if (wire instanceof Wire.Text text) {
      return "\"" + text.value() + "\"";
    }
    if (wire instanceof Wire.Flag flag) {
      return Boolean.toString(flag.value());
    }
    if (wire instanceof Wire.Amount amount) {
      return Units.number(amount.value()) + " " + amount.unit();
    }
    if (wire instanceof Wire.Items) {
      return "a list";
    }
    return wire instanceof Wire.Fields ? "a map" : "null";
  }

  private static void checkRange(double value, String text, String path, Range range, Reading to) {
    if (!range.contains(value)) {
      to.report(Findings.outOfRange(path, text, range.toString()), path);
    }
  }

  /** A whole number: {@code int} or {@code long}. */
  public static final class Whole extends PortType {
    Whole(Class<?> javaType) {
      super(javaType);
    }

    @Override
    public Wire parse(String text) {
      return parseNumber(text);
    }

    @Override
    public String text() {
      return "a whole number";
    }

    @Override
    public boolean accepts(PortType other) {
      return other instanceof Whole;
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      if (!(wire instanceof Wire.Num num)) {
        reading.report(Findings.wrongType(path, show(wire), text()), path);
        return null;
      }
      double value = num.value();
      double most = javaType() == Integer.class ? Integer.MAX_VALUE : 0x1p53;
      if (!range.contains(value)) {
        reading.report(Findings.outOfRange(path, show(wire), range.toString()), path);
        return null;
      }
      if (value != Math.rint(value) || Math.abs(value) > most) {
        String expected = "the whole numbers up to " + Units.number(most);
        reading.report(Findings.outOfRange(path, show(wire), expected), path);
        return null;
      }
      return javaType() == Integer.class ? (Object) (int) value : (Object) (long) value;
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {
      double number = ((Number) value).doubleValue();
      if (!range.contains(number)) {
        checkRange(number, value.toString(), path, range, reading);
      }
    }

    @Override
    Wire write(Object value) {
      return Wire.of(((Number) value).longValue());
    }
  }

  /** A dimensionless number. */
  public static final class Real extends PortType {
    Real() {
      super(Double.class);
    }

    @Override
    public Wire parse(String text) {
      return parseNumber(text);
    }

    @Override
    public String text() {
      return "a number";
    }

    @Override
    public boolean accepts(PortType other) {
      return other instanceof Real || other instanceof Whole;
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      double value;
      if (wire instanceof Wire.Num num) {
        value = num.value();
      } else if (asAmount(wire) instanceof Wire.Amount amount) {
        Double plain =
            Measure.convert(amount.value(), amount.unit(), Units.ONE, unit(), path, reading);
        if (plain == null) {
          return null;
        }
        value = plain;
      } else {
        reading.report(Findings.wrongType(path, show(wire), text()), path);
        return null;
      }
      checkRange(value, show(wire), path, range, reading);
      return value;
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {
      double number = ((Number) value).doubleValue();
      if (!range.contains(number)) {
        checkRange(number, Units.number(number), path, range, reading);
      }
    }

    @Override
    Wire write(Object value) {
      return Wire.of(((Number) value).doubleValue());
    }
  }

  /** A truth value. */
  public static final class Flag extends PortType {
    Flag() {
      super(Boolean.class);
    }

    @Override
    public Wire parse(String text) {
      return text.equals("true") || text.equals("false")
          ? Wire.of(text.equals("true"))
          : Wire.of(text);
    }

    @Override
    public String text() {
      return "true or false";
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      if (wire instanceof Wire.Flag flag) {
        return flag.value();
      }
      reading.report(Findings.wrongType(path, show(wire), text()), path);
      return null;
    }

    @Override
    boolean isChecked() {
      return false;
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {}

    @Override
    Wire write(Object value) {
      return Wire.of((Boolean) value);
    }
  }

  /** A text. */
  public static final class Words extends PortType {
    Words() {
      super(String.class);
    }

    @Override
    public String text() {
      return "a text";
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      if (wire instanceof Wire.Text text) {
        return text.value();
      }
      reading.report(Findings.wrongType(path, show(wire), text()), path);
      return null;
    }

    @Override
    boolean isChecked() {
      return false;
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {}

    @Override
    Wire write(Object value) {
      return Wire.of((String) value);
    }
  }

  /** One word of an enumeration, in any letter case. */
  public static final class Choice extends PortType {
    private final Map<String, Object> byName = new LinkedHashMap<>();
    private final Map<Object, String> names = new LinkedHashMap<>();

    Choice(Class<?> type) {
      super(type);
      for (Object constant : type.getEnumConstants()) {
        String name =
            constant instanceof WireName named
                ? named.wireName()
                : ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
        names.put(constant, name);
        byName.put(name.toLowerCase(Locale.ROOT), constant);
        if (constant instanceof WireName named) {
          named
              .wireAliases()
              .forEach(alias -> byName.put(alias.toLowerCase(Locale.ROOT), constant));
        }
      }
    }

    @Override
    public String text() {
      return "one of " + String.join(", ", names.values());
    }

    /** The words, in the order of declaration. */
    public List<String> words() {
      return List.copyOf(names.values());
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      if (!(wire instanceof Wire.Text text)) {
        reading.report(Findings.wrongType(path, show(wire), text()), path);
        return null;
      }
      Object constant = byName.get(text.value().toLowerCase(Locale.ROOT));
      if (constant == null) {
        reading.report(Findings.notOneOf(path, text.value(), names.values()), path);
      }
      return constant;
    }

    @Override
    boolean isChecked() {
      return false;
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {}

    @Override
    Wire write(Object value) {
      return Wire.of(String.valueOf(names.get(value)));
    }
  }

  /** A quantity, normalised to the port's declared unit, or to the alternative it converts into. */
  public static final class Measure extends PortType {
    private final String symbol;
    private final Unit<?> unit;
    private final List<String> alternatives;
    private final boolean bare;

    Measure(String symbol, List<String> alternatives, boolean bare) {
      super(Quantity.class);
      this.symbol = symbol;
      this.unit = Units.parse(symbol);
      this.alternatives = alternatives;
      this.bare = bare;
      alternatives.forEach(Units::parse);
    }

    @Override
    public String text() {
      return "a quantity in " + symbols();
    }

    @Override
    public String unit() {
      return symbol;
    }

    /** Units of other dimensions that are taken instead. */
    public List<String> alternativeUnits() {
      return alternatives;
    }

    /** Whether the wire shows the bare number because the name ends in the unit. */
    public boolean bare() {
      return bare;
    }

    private String symbols() {
      return alternatives.isEmpty() ? symbol : symbol + " or " + String.join(" or ", alternatives);
    }

    /** The unit of this port for a quantity that comes in another one. */
    private Unit<?> target(Unit<?> given) {
      for (String alternative : alternatives) {
        if (Units.compatible(given, Units.parse(alternative))) {
          return Units.parse(alternative);
        }
      }
      return unit;
    }

    @Override
    public boolean accepts(PortType other) {
      return other instanceof Measure measure
          && Units.compatible(target(measure.unit), measure.unit);
    }

    /** A number in one of the port's units. */
    private record Measured(double value, Unit<?> unit) {}

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      Measured measured = measured(wire, path, reading);
      if (measured == null) {
        return null;
      }
      if (!range.contains(measured.value())) {
        // No quantity can hold what is not finite.
        checkRange(measured.value(), show(wire), path, range, reading);
        return null;
      }
      return Units.of(measured.value(), erased(measured.unit()));
    }

    private @Nullable Measured measured(Wire given, String path, Reading reading) {
      Wire wire = asAmount(given);
      if (wire instanceof Wire.Num num) {
        return new Measured(num.value(), unit);
      }
      if (wire instanceof Wire.Amount amount) {
        return converted(amount.value(), amount.unit(), path, reading);
      }
      if (wire instanceof Wire.Text text) {
        try {
          Quantity<?> quantity = Units.parseQuantity(text.value());
          Unit<?> to = target(quantity.getUnit());
          return text.value().strip().indexOf(' ') < 0
              ? new Measured(quantity.getValue().doubleValue(), unit)
              : new Measured(Units.convert(quantity, to), to);
        } catch (NumberFormatException e) {
          reading.report(Findings.wrongType(path, show(wire), text()), path);
          return null;
        } catch (UnknownUnitException | IncommensurableUnitException e) {
          reading.report(
              Findings.unitMismatch(path, show(wire), symbols(), String.valueOf(e.getMessage())),
              path);
          return null;
        }
      }
      reading.report(Findings.wrongType(path, show(wire), text()), path);
      return null;
    }

    private @Nullable Measured converted(double value, String from, String path, Reading reading) {
      Unit<?> to = unit;
      try {
        to = target(Units.parse(from));
      } catch (UnknownUnitException e) {
        // Converting reports it.
      }
      Double number = convert(value, from, to, symbols(), path, reading);
      return number == null ? null : new Measured(number, to);
    }

    private static @Nullable Double convert(
        double value, String from, Unit<?> to, String expected, String path, Reading reading) {
      try {
        Unit<?> given = Units.parse(from);
        // The unit library refuses what is not finite; the range names it.
        return Double.isFinite(value) || !Units.compatible(given, to)
            ? (Double) Units.convert(value, given, to)
            : (Double) value;
      } catch (UnknownUnitException | IncommensurableUnitException e) {
        String amount = Units.number(value) + (from.isEmpty() ? "" : " " + from);
        reading.report(
            Findings.unitMismatch(path, amount, expected, String.valueOf(e.getMessage())), path);
        return null;
      }
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {
      Quantity<?> quantity = (Quantity<?>) value;
      try {
        double number = Units.convert(quantity, target(quantity.getUnit()));
        if (!range.contains(number)) {
          checkRange(number, Units.text(quantity), path, range, reading);
        }
      } catch (IncommensurableUnitException e) {
        reading.report(
            Findings.unitMismatch(
                path, Units.text(quantity), symbols(), String.valueOf(e.getMessage())),
            path);
      }
    }

    @Override
    Wire write(Object value) {
      Quantity<?> quantity = (Quantity<?>) value;
      Unit<?> to = target(quantity.getUnit());
      double number = Units.convert(quantity, to);
      if (to != unit) {
        return new Wire.Amount(number, Units.symbol(to));
      }
      return bare || symbol.isEmpty() ? Wire.of(number) : new Wire.Amount(number, symbol);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Unit<javax.measure.quantity.Dimensionless> erased(Unit<?> unit) {
      return (Unit) unit;
    }
  }

  /** A registered object by name, or a written-out record. */
  public static final class Entity extends PortType {
    private final Shapes shapes;

    Entity(Class<?> type, Shapes shapes) {
      super(type);
      this.shapes = shapes;
    }

    @Override
    public String text() {
      return (javaType().isRecord() && !shapes.isRegistered(javaType())
              ? "a record "
              : "the name of a ")
          + javaType().getSimpleName();
    }

    /** The ports of a written-out object, where the type is a record. */
    public List<PortSpec> ports() {
      return javaType().isRecord() ? shapes.of(javaType()).ports() : List.of();
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      Registry registry = reading.registry();
      if (wire instanceof Wire.Text text && registry.registers(javaType())) {
        try {
          return registry.lookup(javaType(), text.value(), path);
        } catch (MlsysimException e) {
          e.findings().forEach(finding -> reading.report(finding, path));
          return null;
        }
      }
      if (!(wire instanceof Wire.Fields fields)) {
        reading.report(Findings.wrongType(path, show(wire), text()), path);
        return null;
      }
      RecordShape<?> shape;
      if (javaType().isRecord()) {
        shape = shapes.of(javaType());
      } else {
        String kind = fields.get("type").map(Entity::textOf).orElse("");
        shape = registry.kind(javaType(), kind).orElse(null);
        if (shape == null) {
          reading.report(
              Findings.wrongType(
                  path + ".type",
                  kind.isEmpty() ? "absent" : kind,
                  "the kind of a " + javaType().getSimpleName()),
              path);
          return null;
        }
        Map<String, Wire> rest = new LinkedHashMap<>(fields.values());
        rest.remove("type");
        fields = new Wire.Fields(rest, fields.positions());
      }
      return shape.readNested(fields, path, reading);
    }

    private static String textOf(Wire wire) {
      return wire instanceof Wire.Text text ? text.value() : show(wire);
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {
      if (value instanceof Record && !shapes.isRegistered(value.getClass())) {
        shapes.of(value.getClass()).checkNested(value, path, reading);
      }
    }

    @Override
    Wire write(Object value) {
      return shapes.writeObject(value);
    }
  }

  /** A list. */
  public static final class Items extends PortType {
    private final PortType element;

    Items(PortType element) {
      super(List.class);
      this.element = element;
    }

    /** The type of an element. */
    public PortType element() {
      return element;
    }

    @Override
    public Wire parse(String text) {
      return new Wire.Items(
          text.isBlank()
              ? List.of()
              : Arrays.stream(text.split(",", -1)).map(String::strip).map(element::parse).toList());
    }

    @Override
    public String text() {
      return "a list, each " + element.text();
    }

    @Override
    public String unit() {
      return element.unit();
    }

    @Override
    public boolean accepts(PortType other) {
      return other instanceof Items items && element.accepts(items.element);
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      if (!(wire instanceof Wire.Items items)) {
        reading.report(Findings.wrongType(path, show(wire), text()), path);
        return null;
      }
      List<Wire> wires = items.values();
      List<Object> values = new ArrayList<>(wires.size());
      for (int i = 0; i < wires.size(); i++) {
        Object value = element.read(wires.get(i), path + "[" + i + "]", range, reading);
        if (value != null) {
          values.add(value);
        }
      }
      return List.copyOf(values);
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {
      int i = 0;
      for (Object each : (List<?>) value) {
        element.checkElement(each, path + "[" + i++ + "]", range, reading);
      }
    }

    @Override
    Wire write(Object value) {
      return new Wire.Items(((List<?>) value).stream().map(each -> element.write(each)).toList());
    }
  }

  /** A map from names to values, in the order given. */
  public static final class Table extends PortType {
    private final PortType element;

    Table(PortType element) {
      super(Map.class);
      this.element = element;
    }

    /** The type of a value. */
    public PortType element() {
      return element;
    }

    @Override
    public String text() {
      return "a map from names, each " + element.text();
    }

    @Override
    public String unit() {
      return element.unit();
    }

    @Override
    public boolean accepts(PortType other) {
      return other instanceof Table table && element.accepts(table.element);
    }

    @Override
    @Nullable Object read(Wire wire, String path, Range range, Reading reading) {
      if (!(wire instanceof Wire.Fields fields)) {
        reading.report(Findings.wrongType(path, show(wire), text()), path);
        return null;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      fields
          .values()
          .forEach(
              (name, each) -> {
                Object value = element.read(each, path + "." + name, range, reading);
                if (value != null) {
                  values.put(name, value);
                }
              });
      return java.util.Collections.unmodifiableMap(values);
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {
      ((Map<?, ?>) value)
          .forEach((name, each) -> element.checkElement(each, path + "." + name, range, reading));
    }

    @Override
    Wire write(Object value) {
      Wire.FieldsBuilder fields = Wire.fields();
      ((Map<?, ?>) value)
          .forEach((name, each) -> fields.put(String.valueOf(name), element.write(each)));
      return fields.build();
    }
  }

  /** A wire tree as it is, for records whose members are open. */
  public static final class Open extends PortType {
    Open() {
      super(Wire.class);
    }

    @Override
    public String text() {
      return "anything";
    }

    @Override
    Object read(Wire wire, String path, Range range, Reading reading) {
      return wire;
    }

    @Override
    boolean isChecked() {
      return false;
    }

    @Override
    void check(Object value, String path, Range range, Reading reading) {}

    @Override
    Wire write(Object value) {
      return (Wire) value;
    }
  }
}
