package org.mlsysim.api.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.error.Finding;

/**
 * A value on its way between a port and a text format.
 *
 * <p>Ports turn inputs and results into this tree and back, so that no record of a plugin ever
 * meets a JSON library and no JSON library is needed to write a plugin.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Wire {
  /** A number; {@code whole} says that it was written without fraction or exponent. */
  record Num(double value, boolean whole) implements Wire {}

  /** A text. */
  record Text(String value) implements Wire {}

  /** A truth value. */
  record Flag(boolean value) implements Wire {}

  /** A number with its unit symbol. */
  record Amount(double value, String unit) implements Wire {}

  /** A list. */
  record Items(List<Wire> values) implements Wire {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A map from names to values in the order of writing. */
  record Fields(Map<String, Wire> values, Map<String, Finding.Position> positions) implements Wire {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      positions = Map.copyOf(positions);
    }

    public Fields(Map<String, Wire> values) {
      this(values, Map.of());
    }

    /** The value of a name, if there is one. */
    public Optional<Wire> get(String name) {
      return Optional.ofNullable(values.get(name));
    }
  }

  /** A known absence. */
  record Null() implements Wire {}

  /** The absence of a value. */
  Wire NULL = new Null();

  static Wire of(double value) {
    return new Num(value, false);
  }

  static Wire of(long value) {
    return new Num(value, true);
  }

  static Wire of(String value) {
    return new Text(value);
  }

  static Wire of(boolean value) {
    return new Flag(value);
  }

  static Wire texts(List<String> values) {
    List<Wire> items = new ArrayList<>(values.size());
    values.forEach(value -> items.add(new Text(value)));
    return new Items(items);
  }

  /** Starts a map whose names keep the order in which they are put. */
  static FieldsBuilder fields() {
    return new FieldsBuilder();
  }

  /** Collects the names and values of a {@link Fields}. */
  final class FieldsBuilder {
    private final Map<String, Wire> values = new LinkedHashMap<>();

    private FieldsBuilder() {}

    public FieldsBuilder put(String name, Wire value) {
      values.put(name, value);
      return this;
    }

    public FieldsBuilder put(String name, String value) {
      return put(name, Wire.of(value));
    }

    public FieldsBuilder put(String name, double value) {
      return put(name, Wire.of(value));
    }

    public FieldsBuilder put(String name, long value) {
      return put(name, Wire.of(value));
    }

    public FieldsBuilder put(String name, boolean value) {
      return put(name, Wire.of(value));
    }

    public FieldsBuilder putAll(Fields other) {
      values.putAll(other.values());
      return this;
    }

    public Fields build() {
      return new Fields(values);
    }
  }
}
