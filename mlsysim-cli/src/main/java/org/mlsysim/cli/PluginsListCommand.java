package org.mlsysim.cli;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mlsysim.api.Contract;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.Tier;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.wall.Wall;
import org.mlsysim.api.wall.Walls;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.runtime.Mlsysim;

/** {@code plugins list}: every bundle, what it provides, and why what was given up was. */
final class PluginsListCommand implements Command {
  @Override
  public String name() {
    return "plugins list";
  }

  @Override
  public String summary() {
    return "list plugins, what they provide, and those that were rejected";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder().build();
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    Mlsysim mlsysim = session.mlsysim();
    Map<Discovery.Bundle, List<Mlsysim.Provided>> active = new LinkedHashMap<>();
    for (Mlsysim.Provided each : mlsysim.provided()) {
      active.computeIfAbsent(each.bundle(), bundle -> new ArrayList<>()).add(each);
    }
    List<Discovery.Rejection> rejected = mlsysim.rejections();
    Walls walls = Walls.of(mlsysim.catalogs());
    return Answer.of(
        Answer.OK,
        () -> document(active, rejected, mlsysim.resolvers(), walls),
        page -> write(active, rejected, mlsysim.resolvers(), walls, page));
  }

  private static Wire.Fields document(
      Map<Discovery.Bundle, List<Mlsysim.Provided>> active,
      List<Discovery.Rejection> rejected,
      ResolverFactory resolvers,
      Walls walls) {
    List<Wire> plugins = new ArrayList<>();
    active.forEach(
        (bundle, provided) -> {
          List<Wire> services = new ArrayList<>();
          provided.forEach(each -> services.add(service(each, resolvers, walls)));
          plugins.add(entry(bundle, "active", services).build());
        });
    for (Discovery.Rejection each : rejected) {
      plugins.add(
          entry(each.bundle(), "rejected", List.of())
              .put(
                  "error",
                  Wire.fields()
                      .put("code", each.code().text())
                      .put("phase", word(each.phase()))
                      .put("message", message(each))
                      .build())
              .build());
    }
    return Wire.fields()
        .put("status", "ok")
        .put("api_version", apiVersion())
        .put("plugins", new Wire.Items(plugins))
        .build();
  }

  private static Wire.FieldsBuilder entry(
      Discovery.Bundle bundle, String status, List<Wire> provides) {
    return Wire.fields()
        .put("module", bundle.module())
        .put("version", textOrNull(bundle.version()))
        .put("origin", word(bundle.origin()))
        .put("status", status)
        .put("built_for_api", textOrNull(bundle.builtFor()))
        .put("provides", new Wire.Items(provides));
  }

  private static Wire service(Mlsysim.Provided each, ResolverFactory resolvers, Walls walls) {
    Wire.FieldsBuilder service = Wire.fields().put("service", each.service()).put("id", each.id());
    if (each.service().equals("resolver")) {
      Contract<?, ?> contract = resolvers.get(each.id()).contract();
      service
          .put("tier", contract.tier().wireName())
          .put("walls", ZooCommand.numbers(contract, walls));
    }
    return service.build();
  }

  /** The id, and the numbers of its walls where it is a resolver that has some. */
  private static String shown(Mlsysim.Provided each, ResolverFactory resolvers, Walls walls) {
    List<Wall> of =
        each.service().equals("resolver")
            ? walls.named(resolvers.get(each.id()).contract().walls())
            : List.of();
    return of.isEmpty()
        ? each.id()
        : of.stream()
            .map(wall -> Integer.toString(wall.number()))
            .collect(Collectors.joining(", ", each.id() + " (wall ", ")"));
  }

  private static Wire textOrNull(Optional<String> text) {
    return text.map(Wire::of).orElse(Wire.NULL);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String message(Discovery.Rejection each) {
    return each.provider().isEmpty() || each.message().contains(each.provider())
        ? each.message()
        : each.provider() + ": " + each.message();
  }

  private static String apiVersion() {
    return Optional.ofNullable(Tier.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElseGet(Main::version);
  }

  private static void write(
      Map<Discovery.Bundle, List<Mlsysim.Provided>> active,
      List<Discovery.Rejection> rejected,
      ResolverFactory resolvers,
      Walls walls,
      TextPage page) {
    active.forEach(
        (bundle, provided) -> {
          page.put(TextPage.Style.BOLD, bundle.module())
              .put(" ")
              .put(bundle.version().orElse(""))
              .put("  ")
              .put(TextPage.Style.GOOD, "active")
              .put(TextPage.Style.DIM, "  " + word(bundle.origin()))
              .end();
          Map<String, List<String>> byService = new LinkedHashMap<>();
          provided.forEach(
              each ->
                  byService
                      .computeIfAbsent(each.service(), service -> new ArrayList<>())
                      .add(shown(each, resolvers, walls)));
          byService.forEach(
              (service, ids) -> page.paragraph(2, service + ": " + String.join(", ", ids)));
        });
    for (Discovery.Rejection each : rejected) {
      page.put(TextPage.Style.BOLD, each.bundle().module())
          .put("  ")
          .put(TextPage.Style.BAD, "rejected")
          .put(TextPage.Style.DIM, "  " + word(each.bundle().origin()) + ", " + word(each.phase()))
          .end();
      page.paragraph(2, each.code().text() + ": " + message(each));
    }
  }
}
