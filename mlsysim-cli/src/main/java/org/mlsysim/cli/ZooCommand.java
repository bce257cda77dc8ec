package org.mlsysim.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mlsysim.api.Contract;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.ProvenanceAudit;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.wall.Walls;
import org.mlsysim.api.wire.Wire;

/** {@code zoo}: what is registered, and where its figures come from. */
final class ZooCommand implements Command {
  private static final List<String> DEFAULT = List.of("hardware", "models");
  private static final List<String> OTHERS = List.of("resolvers", "callbacks");
  private static final List<String> NOT_IN_TABLES = List.of("path", "aliases", "source", "module");

  @Override
  public String name() {
    return "zoo";
  }

  @Override
  public String summary() {
    return "list what is registered, or show one record with its sources";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder()
        .optional("category", String.join(", ", categories()))
        .optional("id", "show this one in full")
        .option("filter", "TEXT", "list those whose name contains this")
        .flag("verify", "audit the sources of all records")
        .build();
  }

  private static List<String> categories() {
    List<String> all = new ArrayList<>(ZooCategory.names());
    all.addAll(OTHERS);
    return all;
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    if (arguments.has("verify")) {
      return verify(session);
    }
    Optional<String> category =
        arguments.find("category").map(word -> word.toLowerCase(Locale.ROOT));
    category
        .filter(word -> !categories().contains(word))
        .ifPresent(
            word -> {
              throw new BadInputException(
                  List.of(Findings.notOneOf("category", word, categories())));
            });
    Optional<String> id = arguments.find("id");
    if (category.isPresent() && id.isPresent()) {
      Wire.Fields details = details(category.get(), id.get(), session);
      return Answer.of(Answer.OK, () -> details, page -> writeDetails(details, page));
    }
    Map<String, List<Wire>> listings = new LinkedHashMap<>();
    for (String each : category.map(List::of).orElse(DEFAULT)) {
      listings.put(each, entries(each, arguments.find("filter"), session));
    }
    return Answer.of(Answer.OK, () -> document(listings), page -> write(listings, page));
  }

  private static Wire.Fields document(Map<String, List<Wire>> listings) {
    Wire.FieldsBuilder document = Wire.fields().put("status", "ok");
    listings.forEach((category, entries) -> document.put(category, new Wire.Items(entries)));
    return document.build();
  }

  private static List<Wire> entries(String category, Optional<String> filter, Session session) {
    Optional<ZooCategory<?>> registered = ZooCategory.find(category);
    if (registered.isPresent()) {
      return registered.get().entries(session.catalogs(), filter);
    }
    List<Wire> all = category.equals("resolvers") ? resolvers(session) : callbacks(session);
    return all.stream()
        .filter(
            each ->
                filter.isEmpty()
                    || id(each)
                        .toLowerCase(Locale.ROOT)
                        .contains(filter.get().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static String id(Wire entry) {
    return WireText.text(((Wire.Fields) entry).get("id").orElse(Wire.NULL));
  }

  private static List<Wire> resolvers(Session session) {
    Walls walls = Walls.of(session.catalogs());
    List<Wire> entries = new ArrayList<>();
    for (ResolverFactory.Available each : session.resolvers().available()) {
      entries.add(resolver(each, walls).build());
    }
    return entries;
  }

  private static Wire.FieldsBuilder resolver(ResolverFactory.Available each, Walls walls) {
    Contract<?, ?> contract = each.resolver().contract();
    return Wire.fields()
        .put("id", contract.id())
        .put("path", contract.id())
        .put("name", contract.id())
        .put("aliases", Wire.texts(List.of()))
        .put(
            "source", contract.sources().isEmpty() ? Wire.NULL : Wire.of(contract.sources().get(0)))
        .put("tier", contract.tier().wireName())
        .put("walls", numbers(contract, walls))
        .put("requires", Wire.texts(contract.requires().stream().map(PortSpec::name).toList()))
        .put(
            "produces",
            Wire.texts(contract.outputs().ports().stream().map(PortSpec::name).toList()))
        .put("module", each.bundle().module())
        .put("status", contract.experimental() ? "experimental" : "stable");
  }

  /** The numbers of the walls that a resolver names. */
  static Wire numbers(Contract<?, ?> contract, Walls walls) {
    return new Wire.Items(
        walls.named(contract.walls()).stream().<Wire>map(each -> Wire.of(each.number())).toList());
  }

  private static List<Wire> callbacks(Session session) {
    return session.mlsysim().provided().stream()
        .filter(each -> each.service().equals("listener"))
        .map(
            each ->
                (Wire)
                    Wire.fields()
                        .put("id", each.id())
                        .put("name", each.id())
                        .put("module", each.bundle().module())
                        .build())
        .toList();
  }

  private static Wire.Fields details(String category, String id, Session session) {
    Optional<ZooCategory<?>> registered = ZooCategory.find(category);
    if (registered.isPresent()) {
      return registered.get().details(id, session.catalogs());
    }
    if (category.equals("resolvers")) {
      ResolverFactory.Available found = session.resolvers().find(id);
      Contract<?, ?> contract = found.resolver().contract();
      Wire.Fields record =
          resolver(found, Walls.of(session.catalogs()))
              .put("question", contract.question())
              .put("equation", contract.equation())
              .put("inputs", ports(contract.inputs().ports()))
              .put("outputs", ports(contract.outputs().ports()))
              .build();
      return Wire.fields()
          .put("status", "ok")
          .put("record", record)
          .put("provenance", Wire.texts(contract.sources()))
          .put("field_provenance", Wire.fields().build())
          .put("caveats", Wire.texts(List.of()))
          .build();
    }
    List<Wire> all = entries(category, Optional.empty(), session);
    Wire.Fields record =
        all.stream()
            .filter(each -> id(each).equalsIgnoreCase(id))
            .map(Wire.Fields.class::cast)
            .findFirst()
            .orElseThrow(
                () ->
                    UnknownNameException.of(
                        "id",
                        "one of the " + category,
                        id,
                        all.stream().map(ZooCommand::id).toList()));
    return Wire.fields()
        .put("status", "ok")
        .put("record", record)
        .put("provenance", Wire.NULL)
        .put("field_provenance", Wire.fields().build())
        .put("caveats", Wire.texts(List.of()))
        .build();
  }

  private static Wire ports(List<PortSpec> ports) {
    List<Wire> items = new ArrayList<>();
    for (PortSpec port : ports) {
      items.add(
          Wire.fields()
              .put("port", port.name())
              .put("expected", port.expected())
              .put("required", port.required())
              .put("default", port.defaultText().map(Wire::of).orElse(Wire.NULL))
              .put("doc", port.doc())
              .build());
    }
    return new Wire.Items(items);
  }

  private static Answer verify(Session session) {
    List<CatalogEntry> entries = session.catalogs().entries();
    LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
    List<ProvenanceAudit.Issue> issues = new ArrayList<>();
    entries.forEach(entry -> issues.addAll(ProvenanceAudit.of(entry, today)));
    return Answer.of(
        issues.isEmpty() ? Answer.OK : Answer.BAD_INPUT,
        () ->
            Wire.fields()
                .put("status", issues.isEmpty() ? "ok" : "failed")
                .put("records", entries.size())
                .put(
                    "issues",
                    new Wire.Items(
                        issues.stream()
                            .map(
                                each ->
                                    (Wire)
                                        Wire.fields()
                                            .put("path", each.path())
                                            .put("field", each.field())
                                            .put("message", each.message())
                                            .build())
                            .toList()))
                .build(),
        page -> {
          page.line(entries.size() + " records, " + issues.size() + " issues");
          issues.forEach(
              each -> page.paragraph(2, each.path() + " " + each.field() + ": " + each.message()));
        });
  }

  private static void write(Map<String, List<Wire>> listings, TextPage page) {
    boolean first = true;
    for (Map.Entry<String, List<Wire>> each : listings.entrySet()) {
      if (!first) {
        page.end();
      }
      first = false;
      page.put(TextPage.Style.ACCENT, each.getKey())
          .put(TextPage.Style.DIM, "  " + each.getValue().size())
          .end();
      if (!each.getValue().isEmpty()) {
        table(each.getValue(), page);
      }
    }
  }

  private static void table(List<Wire> entries, TextPage page) {
    List<String> columns =
        ((Wire.Fields) entries.get(0))
            .values().keySet().stream().filter(each -> !NOT_IN_TABLES.contains(each)).toList();
    List<List<String>> rows = new ArrayList<>();
    for (Wire entry : entries) {
      Map<String, Wire> values = ((Wire.Fields) entry).values();
      rows.add(
          columns.stream()
              .map(column -> WireText.text(values.getOrDefault(column, Wire.NULL)))
              .toList());
    }
    page.table(columns, rows);
  }

  private static Wire.Fields withoutNulls(Wire.Fields record) {
    Wire.FieldsBuilder stated = Wire.fields();
    record
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof Wire.Fields nested) {
                stated.put(name, withoutNulls(nested));
              } else if (!(value instanceof Wire.Null)) {
                stated.put(name, value);
              }
            });
    return stated.build();
  }

  private static void writeDetails(Wire.Fields details, TextPage page) {
    Wire.Fields record = (Wire.Fields) details.get("record").orElse(Wire.fields().build());
    page.put(TextPage.Style.BOLD, id(record)).end();
    WireText.write(withoutNulls(record), page, 2);
    for (String part : List.of("provenance", "field_provenance")) {
      Wire sources = details.get(part).orElse(Wire.NULL);
      if (sources instanceof Wire.Fields fields && !fields.values().isEmpty()) {
        page.end().put("  ").put(TextPage.Style.DIM, part.replace('_', ' ')).end();
        WireText.write(fields, page, 4);
      }
    }
    if (details.get("caveats").orElse(Wire.NULL) instanceof Wire.Items caveats) {
      Notes.write(List.of(), caveats.values().stream().map(WireText::text).toList(), page);
    }
  }
}
