package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.wall.Wall;
import org.mlsysim.api.wall.WallDomain;
import org.mlsysim.api.wall.Walls;
import org.mlsysim.api.wire.Wire;

/** {@code walls}: the map of what can bind a system, or one wall of it. */
final class WallsCommand implements Command {
  @Override
  public String name() {
    return "walls";
  }

  @Override
  public String summary() {
    return "show the walls that bind an ML system, and the resolvers that compute them";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder()
        .optional("wall", "show this one: its number, or its name in any letter case")
        .build();
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    Walls walls = Walls.of(session.catalogs());
    Optional<Wall> one = arguments.find("wall").map(walls::get);
    List<Wall> shown = one.map(List::of).orElseGet(walls::all);
    List<ResolverFactory.Available> resolvers = session.resolvers().available();
    List<String> caveats = one.isPresent() ? List.of() : caveats(walls, resolvers);
    return Answer.of(
        Answer.OK,
        () -> document(shown, resolvers, caveats),
        page -> {
          if (one.isPresent()) {
            write(one.get(), resolvers, page);
          } else {
            write(walls, resolvers, page);
          }
          Notes.write(List.of(), caveats, page);
        });
  }

  /** Walls that were left out, and names of walls that no catalog holds. */
  private static List<String> caveats(Walls walls, List<ResolverFactory.Available> resolvers) {
    List<String> caveats = new ArrayList<>(walls.rejections());
    for (ResolverFactory.Available each : resolvers) {
      for (String wall : each.resolver().contract().walls()) {
        if (walls.find(wall).isEmpty()) {
          caveats.add("%s names the wall %s, which no catalog holds.".formatted(each.id(), wall));
        }
      }
    }
    return caveats;
  }

  /** The resolvers that a wall names, then those, of plugins for instance, that name the wall. */
  private static List<String> resolvers(Wall wall, List<ResolverFactory.Available> resolvers) {
    List<String> ids = new ArrayList<>(wall.resolvers());
    TreeSet<String> others = new TreeSet<>();
    for (ResolverFactory.Available each : resolvers) {
      if (each.resolver().contract().walls().stream().anyMatch(wall.name()::equalsIgnoreCase)) {
        others.add(each.id());
      }
    }
    ids.forEach(others::remove);
    ids.addAll(others);
    return ids;
  }

  private static Wire.Fields document(
      List<Wall> walls, List<ResolverFactory.Available> resolvers, List<String> caveats) {
    List<Wire> items = new ArrayList<>();
    for (Wall each : walls) {
      items.add(
          Wire.fields()
              .put("number", each.number())
              .put("name", each.name())
              .put("domain", word(each.domain()))
              .put("equation", each.equation())
              .put("resolvers", Wire.texts(resolvers(each, resolvers)))
              .put("sources", Wire.texts(each.sources()))
              .build());
    }
    return Wire.fields()
        .put("status", "ok")
        .put("walls", new Wire.Items(items))
        .put("caveats", Wire.texts(caveats))
        .build();
  }

  private static String word(WallDomain domain) {
    return domain.name().toLowerCase(Locale.ROOT);
  }

  private static void write(Walls walls, List<ResolverFactory.Available> resolvers, TextPage page) {
    boolean first = true;
    for (WallDomain domain : WallDomain.values()) {
      List<Wall> here = walls.in(domain);
      if (here.isEmpty()) {
        continue;
      }
      if (!first) {
        page.end();
      }
      first = false;
      page.put(TextPage.Style.ACCENT, word(domain)).end();
      for (Wall each : here) {
        page.put("%4d  ".formatted(each.number()))
            .put(TextPage.Style.BOLD, each.name())
            .paragraph(22, String.join(", ", resolvers(each, resolvers)));
        page.paragraph(6, each.equation());
      }
    }
  }

  private static void write(Wall wall, List<ResolverFactory.Available> resolvers, TextPage page) {
    page.put(TextPage.Style.BOLD, "%d %s".formatted(wall.number(), wall.name()))
        .put(TextPage.Style.DIM, "  " + word(wall.domain()))
        .end();
    page.paragraph(2, wall.constraint());
    page.paragraph(2, wall.equation());
    page.paragraph(2, "resolvers: " + String.join(", ", resolvers(wall, resolvers)));
    page.paragraph(2, "sources: " + String.join("; ", wall.sources()));
  }
}
