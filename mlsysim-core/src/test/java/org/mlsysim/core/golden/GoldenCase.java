package org.mlsysim.core.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.document.Json;
import org.mlsysim.testkit.Trees;

/** One golden case: inputs, and the outputs or the refusal that they must give. */
record GoldenCase(String id, String resolver, Wire.Fields inputs, Wire.Fields members) {
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
    return Trees.differences((Wire.Fields) members.values().get("outputs"), answer);
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
}
