package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mlsysim.api.Contract;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.PortType;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.runtime.document.Yaml;

/**
 * Inputs written as {@code port=value} on the command line, over those of a file.
 *
 * <p>What a text means follows from its port: a number in the port's unit, a quantity, a registry
 * id, a flag, a list with commas, JSON, or {@code @file}. Everything wrong is reported together, in
 * the order of the arguments; what is missing comes last.
 */
final class PortArguments {
  /** How the argument is called in help texts. */
  static final String NAME = "port=value";

  private static final String MODEL_HUB = "hf://";

  private final Session session;
  private final List<PortSpec> ports;
  private final Map<String, Wire> values = new LinkedHashMap<>();
  private final Map<String, Finding.Position> positions = new LinkedHashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private PortArguments(Session session, List<PortSpec> ports) {
    this.session = session;
    this.ports = ports;
  }

  /**
   * The input record of a resolver.
   *
   * @param words the arguments, each {@code port=value}
   * @param file the inputs that the words replace
   * @throws MlsysimException if anything is wrong; it holds everything that is
   */
  static <I extends Record, R extends SolverResult> I read(
      Contract<I, R> contract, List<String> words, Wire.Fields file, Session session) {
    PortArguments arguments = new PortArguments(session, contract.inputs().ports());
    arguments.addFile(file);
    arguments.addWords(words);
    List<Finding> all = new ArrayList<>(arguments.findings);
    try {
      I inputs =
          contract
              .inputs()
              .read(new Wire.Fields(arguments.values, arguments.positions), session.catalogs());
      if (all.isEmpty()) {
        return inputs;
      }
    } catch (MlsysimException e) {
      e.findings().stream().filter(arguments::isNew).forEach(all::add);
    }
    all.sort(Comparator.comparingInt(arguments::place));
    throw MlsysimException.of(all);
  }

  /** Values for ports of several resolvers, whose records are read by somebody else. */
  static PortArguments of(List<PortSpec> ports, List<String> words, Session session) {
    PortArguments arguments = new PortArguments(session, ports);
    arguments.addWords(words);
    return arguments;
  }

  /** The values by canonical port name, in the order given. */
  Map<String, Wire> values() {
    return values;
  }

  /** What is wrong with the words themselves, in the order given. */
  List<Finding> findings() {
    return findings;
  }

  private static Finding notAPort(String word) {
    return Finding.of(ErrorCode.INPUT_USAGE, "", "\"" + word + "\" is no port=value.")
        .withHint("Write the port's name, an equals sign and its value, without blanks.");
  }

  private static Finding twice(String port) {
    return Finding.of(ErrorCode.INPUT_DUPLICATE_KEY, port, port + " is given twice.");
  }

  /** A port that has a finding of its own is not missing. */
  private boolean isNew(Finding finding) {
    return finding.code() != ErrorCode.INPUT_MISSING || !places.containsKey(finding.port());
  }

  private int place(Finding finding) {
    String port = finding.port();
    int end = port.length();
    for (int i = 0; i < end; i++) {
      if (port.charAt(i) == '.' || port.charAt(i) == '[') {
        end = i;
      }
    }
    return places.getOrDefault(port.substring(0, end), Integer.MAX_VALUE);
  }

  private void addFile(Wire.Fields file) {
    file.values()
        .forEach(
            (name, value) -> {
              values.put(name, value);
              places.put(name, places.size());
              Optional.ofNullable(file.positions().get(name))
                  .ifPresent(position -> positions.put(name, position));
            });
  }

  private void addWords(List<String> words) {
    Map<String, String> spelled = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        findings.add(notAPort(word));
        continue;
      }
      String name = word.substring(0, equals);
      Optional<PortSpec> port = ports.stream().filter(each -> each.answersTo(name)).findFirst();
      String canonical = port.map(PortSpec::name).orElse(name);
      String before = spelled.putIfAbsent(canonical, name);
      if (before != null) {
        findings.add(
            before.equals(name)
                ? twice(name)
                : Finding.of(
                    ErrorCode.INPUT_CONFLICT,
                    canonical,
                    canonical + " is given twice, as " + before + " and as " + name + "."));
        continue;
      }
      port.ifPresent(this::dropFromFile);
      places.put(canonical, places.size() + words.size());
      try {
        values.put(canonical, wire(port, canonical, word.substring(equals + 1)));
      } catch (MlsysimException e) {
        findings.addAll(e.findings());
      }
    }
  }

  /** What stands on the command line replaces what stands in the file, under whatever name. */
  private void dropFromFile(PortSpec port) {
    values.keySet().removeIf(port::answersTo);
    positions.keySet().removeIf(port::answersTo);
  }

  private Wire wire(Optional<PortSpec> port, String name, String text) {
    return port.isEmpty() ? Wire.of(text) : wire(port.get().type(), name, text);
  }

  private Wire wire(PortType type, String port, String text) {
    if (text.startsWith("@")) {
      return document(port, text.substring(1));
    }
    if (type instanceof PortType.Words || type instanceof PortType.Choice) {
      return Wire.of(text);
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return nested(port, () -> Json.read(text, port));
    }
    if (type instanceof PortType.Items items) {
      return items(items, port, text);
    }
    if (type instanceof PortType.Entity) {
      return named(port, text);
    }
    if (type instanceof PortType.Flag || type instanceof PortType.Open) {
      if (text.equals("true") || text.equals("false")) {
        return Wire.of(text.equals("true"));
      }
    }
    if (type instanceof PortType.Flag || type instanceof PortType.Table) {
      return Wire.of(text);
    }
    Optional<Wire> number = number(text);
    if (number.isPresent()) {
      return number.get();
    }
    return type instanceof PortType.Real
        ? Units.tryParseQuantity(text)
            .filter(quantity -> text.strip().indexOf(' ') >= 0)
            .map(
                quantity ->
                    (Wire)
                        new Wire.Amount(
                            quantity.getValue().doubleValue(), Units.symbol(quantity.getUnit())))
            .orElseGet(() -> Wire.of(text))
        : Wire.of(text);
  }

  private Wire items(PortType.Items type, String port, String text) {
    List<Wire> values = new ArrayList<>();
    if (!text.isBlank()) {
      for (String each : text.split(",", -1)) {
        values.add(wire(type.element(), port, each.strip()));
      }
    }
    return new Wire.Items(values);
  }

  private static Wire named(String port, String text) {
    if (text.startsWith(MODEL_HUB)) {
      throw new BadInputException(List.of(modelHub(port, text)));
    }
    return Wire.of(text);
  }

  /**
   * The finding for a model of a hub: mlsysim opens no connection, and says how to get the file.
   */
  static Finding modelHub(String port, String address) {
    String model = address.substring(MODEL_HUB.length());
    return Finding.of(
            ErrorCode.INPUT_FILE,
            port,
            "\"" + address + "\" is not read: mlsysim does not download.")
        .withValue(address, "a registry id or a local file")
        .withHint(
            "curl -fL -o config.json https://huggingface.co/"
                + model
                + "/resolve/main/config.json and mlsysim import config.json");
  }

  /** Whether a name asks for a model of a hub. */
  static boolean isModelHub(String name) {
    return name.startsWith(MODEL_HUB);
  }

  private Wire document(String port, String file) {
    String text = session.read(file, port);
    return nested(
        port,
        () ->
            file.toLowerCase(Locale.ROOT).endsWith(".json")
                ? Json.read(text, file)
                : Yaml.read(text, file));
  }

  private interface Reader {
    Wire read();
  }

  /** Reads a document that is the value of a port, so that findings name the port. */
  private static Wire nested(String port, Reader reader) {
    try {
      return reader.read();
    } catch (BadInputException e) {
      throw new BadInputException(
          e.findings().stream()
              .map(
                  each ->
                      new Finding(
                          each.code(),
                          each.port().isEmpty() ? port : port + "." + each.port(),
                          each.message(),
                          each.hint(),
                          each.value(),
                          each.expected(),
                          each.nearest(),
                          each.position()))
              .toList());
    }
  }

  /** A number as YAML and JSON write it, or a word for one that is not finite. */
  private static Optional<Wire> number(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("nan") || word.equals(".nan")) {
      return Optional.of(Wire.of(Double.NaN));
    }
    String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    if (unsigned.equals("inf") || unsigned.equals(".inf") || unsigned.equals("infinity")) {
      return Optional.of(
          Wire.of(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY));
    }
    boolean whole = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("+-.eE".indexOf(c) >= 0) {
        whole &= c == '-' || c == '+';
      } else if (c < '0' || c > '9') {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(new Wire.Num(Double.parseDouble(text), whole));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The object of ports in a file, or on standard input for {@code -}. */
  static Wire.Fields file(String file, String port, Session session) {
    String text = session.read(file, port);
    String name = file.equals("-") ? "standard input" : file;
    // JSON is YAML, but its own reader words its findings better.
    boolean json =
        file.toLowerCase(Locale.ROOT).endsWith(".json") || text.stripLeading().startsWith("{");
    Wire document = json ? Json.read(text, name) : Yaml.read(text, name);
    if (document instanceof Wire.Fields fields) {
      return fields;
    }
    throw new BadInputException(
        List.of(
            Finding.of(ErrorCode.INPUT_TYPE, port, name + " holds something else than ports.")
                .withHint("Write an object from port names to values.")));
  }
}
