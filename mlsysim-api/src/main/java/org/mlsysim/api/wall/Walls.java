package org.mlsysim.api.wall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.error.UnknownNameException;

/**
 * The walls of some catalogs, in the order of their numbers.
 *
 * <p>A number belongs to one wall: 1 to {@value Wall#TAXONOMY} to those under the path {@code
 * Walls}, any other one to the wall that comes first in the order of the sources. A record that
 * claims a number of another wall, or that cannot be read, is left out and named in {@link
 * #rejections}, so that it hides no other wall.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Walls {
  private static final String TAXONOMY_PATH = "Walls.";

  private final List<Wall> walls;
  private final List<String> rejections;

  private Walls(Collection<Wall> walls, List<String> rejections) {
    this.walls = List.copyOf(walls);
    this.rejections = List.copyOf(rejections);
  }

  /** The walls of the installed sources. */
  public static Walls installed() {
    return of(Catalogs.installed());
  }

  /** The walls of some catalogs. */
  public static Walls of(Catalogs catalogs) {
    Map<Integer, Wall> byNumber = new TreeMap<>();
    List<String> rejections = new ArrayList<>();
    for (CatalogEntry entry : catalogs.entries()) {
      if (entry.kind().equals("wall")) {
        try {
          Wall wall = (Wall) catalogs.atPath(entry.path()).orElseThrow();
          Optional<Wall> other = Optional.ofNullable(byNumber.get(wall.number()));
          if (wall.number() <= Wall.TAXONOMY && !entry.path().startsWith(TAXONOMY_PATH)) {
            rejections.add(
                "The wall %s is left out: the numbers 1 to %d belong to the taxonomy, and it claims %d."
                    .formatted(entry.path(), Wall.TAXONOMY, wall.number()));
          } else if (other.isPresent()) {
            rejections.add(
                "The wall %s is left out: its number %d is that of %s."
                    .formatted(entry.path(), wall.number(), path(other.get())));
          } else {
            byNumber.put(wall.number(), wall);
          }
        } catch (MlsysimException e) {
          rejections.add("The wall %s is left out: %s".formatted(entry.path(), e.getMessage()));
        }
      }
    }
    return new Walls(byNumber.values(), rejections);
  }

  private static String path(Wall wall) {
    return wall.origin().map(Origin::path).orElseGet(wall::name);
  }

  /** All walls, by number. */
  public List<Wall> all() {
    return walls;
  }

  /** Why records of walls were left out, a sentence each; empty as a rule. */
  public List<String> rejections() {
    return rejections;
  }

  /**
   * The wall of a number.
   *
   * @throws BadInputException if there is none; it names the numbers that there are
   */
  public Wall get(int number) {
    return find(number).orElseThrow(() -> outOfRange(Integer.toString(number)));
  }

  /**
   * The wall of a number, a name or an id, in any letter case.
   *
   * @throws BadInputException if it is a number that no wall has; it names those that there are
   * @throws UnknownNameException if it is a name that no wall has; it names the nearest ones
   */
  public Wall get(String numberOrName) {
    if (numberOrName.matches("[+-]?[0-9]+")) {
      return walls.stream()
          .filter(each -> isNumber(numberOrName, each.number()))
          .findFirst()
          .orElseThrow(() -> outOfRange(numberOrName));
    }
    return find(numberOrName)
        .orElseThrow(
            () ->
                UnknownNameException.of(
                    "wall", "a wall", numberOrName, walls.stream().map(Wall::name).toList()));
  }

  private static boolean isNumber(String text, int number) {
    try {
      return Integer.parseInt(text) == number;
    } catch (NumberFormatException e) {
      // More digits than any wall's number has.
      return false;
    }
  }

  private BadInputException outOfRange(String number) {
    return BadInputException.outOfRange("wall", number, numbers());
  }

  /** The numbers that there are, runs of them as {@code 1..22}. */
  private String numbers() {
    List<String> runs = new ArrayList<>();
    for (int i = 0, start = 0; i < walls.size(); i++) {
      int last = walls.get(i).number();
      if (i + 1 == walls.size() || walls.get(i + 1).number() != last + 1) {
        int first = walls.get(start).number();
        runs.add(first == last ? Integer.toString(first) : first + ".." + last);
        start = i + 1;
      }
    }
    return runs.isEmpty() ? "an empty taxonomy" : String.join(", ", runs);
  }

  /** The wall of a number, if there is one. */
  public Optional<Wall> find(int number) {
    return walls.stream().filter(each -> each.number() == number).findFirst();
  }

  /** The wall of a name or an id, in any letter case, if there is one. */
  public Optional<Wall> find(String name) {
    return walls.stream()
        .filter(each -> each.name().equalsIgnoreCase(name) || each.id().equalsIgnoreCase(name))
        .findFirst();
  }

  /** The walls of some names, by number; a name that no wall has gives none. */
  public List<Wall> named(Collection<String> names) {
    return names.stream()
        .flatMap(each -> find(each).stream())
        .distinct()
        .sorted(Comparator.comparingInt(Wall::number))
        .toList();
  }

  /** The walls that a resolver computes, by number; none for one that no wall names. */
  public List<Wall> resolvedBy(String resolver) {
    return walls.stream()
        .filter(each -> each.resolvers().stream().anyMatch(resolver::equalsIgnoreCase))
        .toList();
  }

  /** The walls of a domain, by number. */
  public List<Wall> in(WallDomain domain) {
    return walls.stream().filter(each -> each.domain() == domain).toList();
  }

  /** The whole taxonomy as text: a heading a domain, a line a wall. */
  public String taxonomy() {
    StringBuilder text = new StringBuilder();
    for (WallDomain domain : WallDomain.values()) {
      List<Wall> here = in(domain);
      if (!here.isEmpty()) {
        text.append(domain.name()).append('\n');
        here.forEach(
            each ->
                text.append(
                    "  %2d  %-14s  %s  [%s]\n"
                        .formatted(
                            each.number(),
                            each.name(),
                            each.equation(),
                            String.join(", ", each.resolvers()))));
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return taxonomy();
  }
}
