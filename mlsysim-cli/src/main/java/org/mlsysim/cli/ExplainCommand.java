package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.units.QuantityText;
import org.mlsysim.api.wire.Wire;

/** {@code explain}: why the numbers of an answer are what they are. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "show how a resolver's answer follows from its inputs";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder()
        .required("resolver", "the resolver's id, in any letter case")
        .rest(PortArguments.NAME, "its inputs; a number, a quantity, an id, JSON or @FILE")
        .option("input", "FILE", "inputs as a JSON or YAML object; - for standard input")
        .option("port", "NAME", "explain this output alone")
        .build();
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    Resolver<?, ?> resolver = Resolvers.find(arguments.get("resolver"), session);
    Resolvers.Solved solved =
        Resolvers.explain(resolver, SolveCommand.inputs(arguments, session), session);
    List<Explanation> chosen = chosen(solved.explanations(), arguments.find("port"));
    return Answer.of(
        Answer.OK, () -> document(solved, chosen), page -> write(solved, chosen, page));
  }

  private static List<Explanation> chosen(List<Explanation> all, Optional<String> port) {
    if (port.isEmpty()) {
      return all;
    }
    List<Explanation> chosen = all.stream().filter(each -> each.port().equals(port.get())).toList();
    if (chosen.isEmpty()) {
      throw UnknownNameException.of(
          "port", "an explained output", port.get(), all.stream().map(Explanation::port).toList());
    }
    return chosen;
  }

  private static Wire.Fields document(Resolvers.Solved solved, List<Explanation> chosen) {
    List<Wire> explanations = new ArrayList<>();
    for (Explanation each : chosen) {
      explanations.add(
          Wire.fields()
              .put("port", each.port())
              .put("value", value(each.value(), each.unit()))
              .put("terms", terms(each.terms()))
              .build());
    }
    return Wire.fields()
        .put("status", solved.status())
        .put("resolver", solved.resolver())
        .put("explanations", new Wire.Items(explanations))
        .put("caveats", Wire.texts(solved.caveats()))
        .build();
  }

  private static Wire value(double value, String unit) {
    return unit.isEmpty() ? Wire.of(value) : new Wire.Amount(value, unit);
  }

  private static Wire terms(List<Explanation.Term> terms) {
    List<Wire> items = new ArrayList<>();
    for (Explanation.Term term : terms) {
      Wire.FieldsBuilder item =
          Wire.fields()
              .put("name", term.name())
              .put("symbol", term.symbol())
              .put("equation", term.equation())
              .put("value", value(term.value(), term.unit()));
      term.source().ifPresent(source -> item.put("source", source));
      term.record().ifPresent(record -> item.put("record", record));
      if (!term.terms().isEmpty()) {
        item.put("terms", terms(term.terms()));
      }
      items.add(item.build());
    }
    return new Wire.Items(items);
  }

  private static void write(Resolvers.Solved solved, List<Explanation> chosen, TextPage page) {
    page.put(TextPage.Style.BOLD, solved.resolver()).end();
    if (chosen.isEmpty()) {
      page.line("  This resolver does not explain itself.");
    }
    for (Explanation each : chosen) {
      page.end()
          .put(TextPage.Style.BOLD, each.port())
          .put(" = ")
          .line(QuantityText.of(each.value(), each.unit()));
      branches(each.terms(), "", page);
    }
    Notes.write(List.of(), solved.caveats(), page);
  }

  private static void branches(List<Explanation.Term> terms, String indent, TextPage page) {
    for (int i = 0; i < terms.size(); i++) {
      Explanation.Term term = terms.get(i);
      boolean last = i == terms.size() - 1;
      page.put(TextPage.Style.DIM, indent + (last ? "└─ " : "├─ "))
          .put(TextPage.Style.ACCENT, term.symbol())
          .put(" = ")
          .put(QuantityText.of(term.value(), term.unit()))
          .put("  ")
          .put(term.name());
      if (!term.equation().isEmpty()) {
        page.put(TextPage.Style.DIM, "  = " + term.equation());
      }
      term.record().ifPresent(record -> page.put(TextPage.Style.DIM, "  from " + record));
      page.end();
      String below = indent + (last ? "   " : "│  ");
      term.source().ifPresent(source -> page.put(TextPage.Style.DIM, below + source).end());
      branches(term.terms(), below, page);
    }
  }
}
