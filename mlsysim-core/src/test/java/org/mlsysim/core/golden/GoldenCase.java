package org.mlsysim.core.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.measure.Unit;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;

/** One golden case: inputs, and the outputs or the refusal that they must give. */
record GoldenCase(String id, String resolver, Wire.Fields inputs, Wire.Fields members) {
  private static final double RELATIVE = 1e-9;
  private static final double NOTHING = 1e-18;

  /** The cases of a file of the golden folder. */
  static List<GoldenCase> read(String file) {
    try {
      List<GoldenCase> cases = new ArrayList<>();
      for (String line : Files.readAllLines(folder().resolve(file))) {
        Wire.Fields members = (Wire.Fields) Json.read(line, file);
        cases.add(
            new GoldenCase(
                text(members, "id"),
                text(members, "resolver").equals("Engine")
                    ? "SingleNodeModel"
                    : text(members, "resolver"),
                (Wire.Fields) members.values().get("inputs"),
                members));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The golden folder at the root of the checkout. */
  static Path folder() {
    return Path.of(System.getProperty("golden.folder", "../golden"));
  }

  private static String text(Wire.Fields members, String name) {
    return ((Wire.Text) members.values().get(name)).value();
  }

  /** Whether the inputs must be refused. */
  boolean isRefusal() {
    return members.values().containsKey("error");
  }

  /** What is wrong with the answer of the resolver; empty if nothing is. */
  List<String> differences() {
    return differences(ResolverFactory.installed().get(resolver), Catalogs.installed());
  }

  private <I extends Record, R extends SolverResult> List<String> differences(
      Resolver<I, R> asked, Catalogs catalogs) {
    Contract<I, R> contract = asked.contract();
    Wire.Fields answer;
    try {
      answer = contract.write(asked.resolve(contract.inputs().read(inputs, catalogs)));
    } catch (MlsysimException e) {
      return refused(e.getMessage());
    }
    if (isRefusal()) {
      return List.of("it was answered, not refused");
    }
    List<String> differences = new ArrayList<>();
    ((Wire.Fields) members.values().get("outputs"))
        .values()
        .forEach((name, expected) -> compare(name, expected, at(answer, name), differences));
    return differences;
  }

  private List<String> refused(String message) {
    if (!isRefusal()) {
      return List.of("it was refused: " + message);
    }
    List<String> differences = new ArrayList<>();
    for (Wire word : ((Wire.Items) members.values().get("message_contains")).values()) {
      String wanted = ((Wire.Text) word).value();
      if (!fold(message).contains(fold(wanted))) {
        differences.add("the refusal does not say %s: %s".formatted(wanted, message));
      }
    }
    return differences;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** The value at a dotted name; list elements by number; map keys may hold dots. */
  private static Optional<Wire> at(Wire from, String name) {
    if (from instanceof Wire.Fields fields) {
      Wire whole = fields.values().get(name);
      if (whole != null) {
        return Optional.of(whole);
      }
      for (Map.Entry<String, Wire> each : fields.values().entrySet()) {
        if (name.startsWith(each.getKey() + ".")) {
          Optional<Wire> found = at(each.getValue(), name.substring(each.getKey().length() + 1));
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }
    if (from instanceof Wire.Items items) {
      int dot = name.indexOf('.');
      int index = Integer.parseInt(dot < 0 ? name : name.substring(0, dot));
      if (index >= items.values().size()) {
        return Optional.empty();
      }
      Wire element = items.values().get(index);
      return dot < 0 ? Optional.of(element) : at(element, name.substring(dot + 1));
    }
    return Optional.empty();
  }

  private static void compare(
      String name, Wire expected, Optional<Wire> actual, List<String> differences) {
    Wire given = actual.orElse(Wire.NULL);
    if (!equal(expected, given)) {
      differences.add("%s is %s, expected %s".formatted(name, given, expected));
    }
  }

  private static boolean equal(Wire expected, Wire given) {
    if (expected instanceof Wire.Num || isAmount(expected)) {
      return (given instanceof Wire.Num || isAmount(given)) && near(expected, given);
    }
    if (expected instanceof Wire.Items wanted && given instanceof Wire.Items got) {
      if (wanted.values().size() != got.values().size()) {
        return false;
      }
      for (int i = 0; i < wanted.values().size(); i++) {
        if (!equal(wanted.values().get(i), got.values().get(i))) {
          return false;
        }
      }
      return true;
    }
    return expected.equals(given);
  }

  private static boolean isAmount(Wire wire) {
    return wire instanceof Wire.Amount
        || (wire instanceof Wire.Fields fields && fields.values().containsKey("unit"));
  }

  private static boolean near(Wire expected, Wire given) {
    Unit<?> unit = unit(expected);
    double wanted = value(expected);
    double got;
    if (given instanceof Wire.Num num) {
      got = num.value();
    } else if (Units.compatible(unit(given), unit)) {
      got = Units.convert(value(given), unit(given), unit);
    } else {
      return false;
    }
    double difference = Math.abs(wanted - got);
    return difference <= RELATIVE * Math.max(Math.abs(wanted), Math.abs(got))
        || (Math.abs(wanted) <= NOTHING && Math.abs(got) <= NOTHING);
  }

  private static double value(Wire wire) {
    if (wire instanceof Wire.Num num) {
      return num.value();
    }
    if (wire instanceof Wire.Amount amount) {
      return amount.value();
    }
    return ((Wire.Num) ((Wire.Fields) wire).values().get("value")).value();
  }

  private static Unit<?> unit(Wire wire) {
    if (wire instanceof Wire.Amount amount) {
      return Units.parse(amount.unit());
    }
    return wire instanceof Wire.Fields fields
        ? Units.parse(((Wire.Text) fields.values().get("unit")).value())
        : Units.ONE;
  }
}
