package org.mlsysim.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.wall.Wall;
import org.mlsysim.api.wall.WallDomain;
import org.mlsysim.api.wall.Walls;

/** The 22 walls and the resolvers that compute them name each other. */
class TaxonomyTest {
  private static final Walls WALLS = Walls.installed();
  private static final ResolverFactory RESOLVERS = ResolverFactory.installed();

  static List<Wall> walls() {
    return WALLS.all();
  }

  static Stream<ResolverFactory.Available> resolvers() {
    return RESOLVERS.available().stream()
        .filter(each -> !each.resolver().contract().walls().isEmpty());
  }

  @Test
  void thereAreTwentyTwoInSixDomains() {
    assertThat(WALLS.rejections()).isEmpty();
    assertThat(walls())
        .extracting(Wall::number)
        .containsExactlyElementsOf(Stream.iterate(1, each -> each + 1).limit(22).toList());
    // The sizes of the domains in the table of the taxonomy: 1-7, 8-10, 11-13, 14-16, 17-20, 21-22.
    assertThat(Stream.of(WallDomain.values()).map(each -> WALLS.in(each).size()))
        .containsExactly(7, 3, 3, 3, 4, 2);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void everyResolverOfAWallNamesTheWall(Wall wall) {
    assertThat(wall.resolvers())
        .allSatisfy(id -> assertThat(RESOLVERS.get(id).contract().walls()).contains(wall.name()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("resolvers")
  void everyWallThatAResolverNamesNamesTheResolver(ResolverFactory.Available resolver) {
    assertThat(WALLS.named(resolver.resolver().contract().walls()))
        .hasSameSizeAs(resolver.resolver().contract().walls())
        .isEqualTo(WALLS.resolvedBy(resolver.id()));
  }

  @Test
  void twentySevenResolversCarryAWallAndSixOfThemOnlyOthersWalls() {
    assertThat(resolvers()).hasSize(27);
    Map<String, List<Integer>> further = new TreeMap<>();
    for (ResolverFactory.Available each : resolvers().toList()) {
      List<Wall> theirs = WALLS.resolvedBy(each.id());
      if (theirs.stream().noneMatch(wall -> wall.resolver().equals(each.id()))) {
        further.put(each.id(), theirs.stream().map(Wall::number).toList());
      }
    }
    // The secondary mappings of the taxonomy.
    assertThat(further)
        .isEqualTo(
            Map.of(
                "TrainingMemoryModel", List.of(2),
                "ServingCapacityModel", List.of(4, 5, 7),
                "MoERoutingModel", List.of(14),
                "ParallelismOptimizer", List.of(14),
                "BatchingOptimizer", List.of(5, 7),
                "PlacementOptimizer", List.of(17, 18)));
  }
}
