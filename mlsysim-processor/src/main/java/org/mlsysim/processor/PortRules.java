package org.mlsysim.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Judges the port declarations of a record; everything that is wrong is found at once. */
final class PortRules {
  /**
   * Something wrong with a declaration.
   *
   * @param component the component to blame
   * @param message what is wrong, in half a sentence
   */
  record Problem(RecordComponentElement component, String message) {}

  private static final String WIRE_NAME = "org.mlsysim.api.port.WireName";

  private final Types types;
  private final List<Problem> problems = new ArrayList<>();

  PortRules(Types types) {
    this.types = types;
  }

  /** The problems of a record's declarations, in the order of its components. */
  static List<Problem> problems(List<PortDeclaration> ports, Types types) {
    PortRules rules = new PortRules(types);
    Map<String, String> owners = new HashMap<>();
    for (PortDeclaration port : ports) {
      rules.checkNames(port, owners);
      if (port.doc().isBlank()) {
        rules.report(port, "it has no doc");
      }
      if (!port.hidden()) {
        rules.check(port);
      }
    }
    return rules.problems;
  }

  private void report(PortDeclaration port, String message) {
    problems.add(new Problem(port.component(), message));
  }

  private void checkNames(PortDeclaration port, Map<String, String> owners) {
    if (!WireNames.isSnakeCase(port.name())) {
      report(port, "its name \"%s\" is not in snake_case".formatted(port.name()));
    }
    List<String> names = new ArrayList<>(List.of(port.name()));
    names.addAll(port.aliases());
    for (String name : names) {
      String owner = owners.putIfAbsent(name, port.javaName());
      if (owner != null) {
        String whose = owner.equals(port.javaName()) ? "itself" : owner;
        report(port, "its name \"%s\" stands already on %s".formatted(name, whose));
      }
    }
  }

  private void check(PortDeclaration port) {
    if (port.carried() == Carried.NOTHING) {
      report(port, "a port cannot carry a %s".formatted(port.elementType()));
      return;
    }
    if (port.verdict() && (port.carried() != Carried.FLAG || !port.shape().single())) {
      report(port, "a verdict is true or false");
    }
    Optional<UnitTable.Unit> unit = checkUnit(port);
    Optional<Interval> range = checkRange(port);
    port.defaultValue().ifPresent(text -> checkDefault(port, text, range, unit));
  }

  private Optional<UnitTable.Unit> checkUnit(PortDeclaration port) {
    if (port.carried() != Carried.QUANTITY) {
      if (!port.unit().isEmpty()) {
        report(
            port,
            "its unit \"%s\" would be ignored, for it carries no Quantity".formatted(port.unit()));
      }
      return Optional.empty();
    }
    if (port.unit().isEmpty() || port.unit().equals("1")) {
      report(port, "a Quantity needs a unit; a plain number is a double");
      return Optional.empty();
    }
    Optional<UnitTable.Unit> unit = UnitTable.parse(port.unit());
    if (unit.isEmpty()) {
      report(port, "\"%s\" is not a unit".formatted(port.unit()));
    }
    return unit;
  }

  private Optional<Interval> checkRange(PortDeclaration port) {
    if (!port.range().isEmpty() && !port.carried().isNumber()) {
      report(
          port,
          "its range \"%s\" would be ignored, for it carries no number".formatted(port.range()));
    }
    try {
      return Optional.of(Interval.parse(port.range()));
    } catch (IllegalArgumentException e) {
      report(port, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void checkDefault(
      PortDeclaration port, String text, Optional<Interval> range, Optional<UnitTable.Unit> unit) {
    if (port.shape().optional()) {
      report(port, "an Optional has no default; without Optional it has one");
    } else if (port.shape().map()) {
      if (!text.isEmpty()) {
        report(port, "the default of a map is \"\", the empty map");
      }
    } else if (port.shape().list()) {
      if (!text.isEmpty()) {
        for (String element : text.split(",", -1)) {
          checkValue(port, element.strip(), range, unit);
        }
      }
    } else {
      checkValue(port, text, range, unit);
    }
  }

  private void checkValue(
      PortDeclaration port, String text, Optional<Interval> range, Optional<UnitTable.Unit> unit) {
    switch (port.carried()) {
      case WHOLE -> checkNumber(port, text, text, 1, true, range);
      case REAL -> checkNumber(port, text, text, 1, false, range);
      case QUANTITY -> unit.ifPresent(declared -> checkQuantity(port, text, declared, range));
      case FLAG -> {
        if (!text.equals("true") && !text.equals("false")) {
          report(port, "its default \"%s\" is neither true nor false".formatted(text));
        }
      }
      case CHOICE -> checkChoice(port, text);
      case STRUCTURE ->
          report(port, "its default \"%s\" names no registered object".formatted(text));
      case WORDS, REGISTERED, OPEN, NOTHING -> {}
    }
  }

  private void checkQuantity(
      PortDeclaration port, String text, UnitTable.Unit declared, Optional<Interval> range) {
    int space = text.indexOf(' ');
    if (space < 0) {
      checkNumber(port, text, text, 1, false, range);
      return;
    }
    Optional<UnitTable.Unit> given = UnitTable.parse(text.substring(space + 1).strip());
    if (given.isEmpty()) {
      report(port, "the unit of its default \"%s\" is not known".formatted(text));
    } else if (!given.get().powers().equals(declared.powers())) {
      report(port, "its default \"%s\" does not convert into %s".formatted(text, port.unit()));
    } else {
      double scale = given.get().size() / declared.size();
      checkNumber(port, text, text.substring(0, space), scale, false, range);
    }
  }

  private void checkNumber(
      PortDeclaration port,
      String text,
      String number,
      double scale,
      boolean whole,
      Optional<Interval> range) {
    double value;
    try {
      value = Double.parseDouble(number) * scale;
    } catch (NumberFormatException e) {
      report(port, "its default \"%s\" is not a number".formatted(text));
      return;
    }
    if (whole && value != Math.rint(value)) {
      report(port, "its default \"%s\" is not a whole number".formatted(text));
    }
    if (range.isPresent() && !range.get().contains(value)) {
      String limits = port.range().isEmpty() ? "the finite numbers" : port.range();
      report(port, "its default \"%s\" is outside %s".formatted(text, limits));
    }
  }

  /** An enum that names its own words is known only when it runs. */
  private void checkChoice(PortDeclaration port, String text) {
    if (port.elementType() instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      boolean namesItself = element.getInterfaces().stream().anyMatch(this::isWireName);
      boolean known =
          element.getEnclosedElements().stream()
              .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
              .map(Element::getSimpleName)
              .anyMatch(each -> each.toString().equalsIgnoreCase(text));
      if (!namesItself && !known) {
        report(port, "its default \"%s\" is no %s".formatted(text, element.getSimpleName()));
      }
    }
  }

  private boolean isWireName(TypeMirror type) {
    return PortDeclaration.isType(type, WIRE_NAME)
        || types.directSupertypes(type).stream().anyMatch(this::isWireName);
  }
}
