package org.mlsysim.api.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.WireCatalogSource;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.wire.Wire;

/** A small taxonomy, and plugins that add to it. */
class WallsTest {
  private static final Wire.Fields COMPUTE = wall("Walls.Compute", 1, "node", "StepModel");
  private static final Wire.Fields MEMORY =
      wall("Walls.Memory", 2, "node", "StepModel", "FitModel");
  private static final Wire.Fields CAPITAL = wall("Walls.Capital", 17, "operations", "CostModel");

  private static Wire.Fields wall(String path, int number, String domain, String... resolvers) {
    String id = path.substring(path.indexOf('.') + 1);
    return Wire.fields()
        .put("id", id)
        .put("kind", "wall")
        .put("path", path)
        .put("number", number)
        .put("domain", domain)
        .put("constraint", "what " + id + " limits")
        .put("equation", "T = " + number)
        .put("resolver", resolvers[0])
        .put("further_resolvers", Wire.texts(Arrays.asList(resolvers).subList(1, resolvers.length)))
        .put("sources", Wire.texts(List.of("Nobody 1999")))
        .build();
  }

  private static Walls walls(Wire.Fields... plugins) {
    List<WireCatalogSource> sources = new ArrayList<>();
    sources.add(WireCatalogSource.of("ours", List.of(CAPITAL, MEMORY, COMPUTE)));
    for (int i = 0; i < plugins.length; i++) {
      sources.add(WireCatalogSource.of("plugin " + i, List.of(plugins[i])));
    }
    return Walls.of(Catalogs.of(sources));
  }

  private static List<Integer> numbers(List<Wall> walls) {
    return walls.stream().map(Wall::number).toList();
  }

  @Test
  void wallsAreFoundByNumberNameResolverAndDomain() {
    Walls walls = walls();

    assertThat(numbers(walls.all())).containsExactly(1, 2, 17);
    assertThat(walls.get(2).name()).isEqualTo("Memory");
    assertThat(walls.get("mEMORY")).isSameAs(walls.get(2)).isSameAs(walls.get("2"));
    assertThat(numbers(walls.resolvedBy("StepModel"))).containsExactly(1, 2);
    assertThat(numbers(walls.resolvedBy("FitModel"))).containsExactly(2);
    assertThat(walls.resolvedBy("GuessModel")).isEmpty();
    assertThat(numbers(walls.in(WallDomain.NODE))).containsExactly(1, 2);
    assertThat(walls.in(WallDomain.FLEET)).isEmpty();
    assertThat(numbers(walls.named(List.of("capital", "Patience", "Compute"))))
        .containsExactly(1, 17);
    assertThat(walls.get(2).resolvers()).containsExactly("StepModel", "FitModel");
  }

  @Test
  void aNumberOutOfRangeIsAnsweredWithTheNumbersThereAre() {
    assertThatThrownBy(() -> walls(wall("Acme.ColdStart", 30, "fleet", "StartModel")).get(23))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("wall is 23, outside 1..2, 17, 30.");
    assertThatThrownBy(() -> walls().get("0")).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> walls().get("memroy"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("memroy");
  }

  @Test
  void aPluginAddsWallsOfItsOwn() {
    Walls walls = walls(wall("Acme.ColdStart", 23, "fleet", "StartModel"));

    assertThat(walls.rejections()).isEmpty();
    assertThat(walls.get("coldstart").number()).isEqualTo(23);
    assertThat(numbers(walls.in(WallDomain.FLEET))).containsExactly(23);
    assertThat(walls.taxonomy()).contains("FLEET\n  23  ColdStart");
  }

  @Test
  void aWallThatClaimsANumberOfAnotherIsLeftOutAndHidesNothing() {
    Walls walls =
        walls(
            wall("Acme.ColdStart", 2, "fleet", "StartModel"),
            wall("Acme.WarmStart", 23, "fleet", "StartModel"),
            wall("Bolt.HotStart", 23, "fleet", "StartModel"),
            wall("Bolt.Nowhere", 24, "nowhere", "StartModel"));

    assertThat(numbers(walls.all())).containsExactly(1, 2, 17, 23);
    assertThat(walls.get(23).name()).isEqualTo("WarmStart");
    assertThat(walls.rejections())
        .satisfiesExactly(
            taken -> assertThat(taken).contains("Acme.ColdStart", "1 to 22", "claims 2"),
            doubled -> assertThat(doubled).contains("Bolt.HotStart", "23", "Acme.WarmStart"),
            broken -> assertThat(broken).contains("Bolt.Nowhere", "nowhere"));
  }
}
