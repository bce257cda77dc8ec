package org.mlsysim.api.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

class RecordShapeTest {
  record Profile(
      @Port(doc = "utilisation", aliases = "utilization") double mfu,
      @Port(unit = "s", doc = "latency") Optional<Quantity<Time>> latency) {}

  record Plan(
      @Port(doc = "steps", range = "[1, inf)") long steps,
      @Port(doc = "one accelerator") Profile nodeProfile,
      @Port(doc = "another") Optional<Profile> spare,
      @Port(doc = "sizes", unit = "B", defaultValue = "") List<Quantity<DataSize>> sizes,
      @Port(doc = "share", defaultValue = "0.5") double share) {}

  /** A domain type with something for other ports. */
  public record Fleet(Profile node, Optional<String> fabricName, int size) {
    @Supplies("profile")
    public Profile supplied() {
      return node;
    }

    @Supplies("fabric")
    public Optional<String> fabric() {
      return fabricName;
    }

    @Supplies("count")
    public int count() {
      return size;
    }
  }

  private static final RecordShape<Plan> SHAPE = RecordShape.of(MethodHandles.lookup(), Plan.class);
  private static final Profile PROFILE = new Profile(0.4, Optional.empty());

  @Test
  void aDottedNameLeadsIntoANestedRecord() {
    Plan plan = new Plan(3, PROFILE, Optional.empty(), List.of(), 1);
    PortPath mfu = SHAPE.path("node_profile.utilization").orElseThrow();

    assertThat(mfu.name()).isEqualTo("node_profile.mfu");
    assertThat(mfu.get(plan)).contains(0.4);
    assertThat(SHAPE.path("spare.mfu").orElseThrow().get(plan)).isEmpty();
    assertThat(SHAPE.path("node_profile.latency").orElseThrow().get(plan)).isEmpty();
    assertThat(SHAPE.path("steps.mfu")).isEmpty();
    assertThat(SHAPE.path("node_profile.")).isEmpty();
  }

  @Test
  void aSingleValueIsReadAsTheWholeRecordWouldReadIt() {
    assertThat(SHAPE.convert("steps", 4, "steps", Registry.EMPTY)).isEqualTo(4L);
    assertThatThrownBy(() -> SHAPE.convert("steps", 0, "train.steps", Registry.EMPTY))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("train.steps is 0, outside");
  }

  @Test
  void aRecordIsCreatedFromOneValueAPort() {
    Object[] values = {
      3L, PROFILE, null, List.of(), SHAPE.defaultValue("share", Registry.EMPTY).orElseThrow()
    };

    assertThat(SHAPE.create(values))
        .isEqualTo(new Plan(3, PROFILE, Optional.empty(), List.of(), 0.5));
  }

  @Test
  void theElementsOfAListAreReadLikeSingleValues() {
    Plan plan =
        SHAPE.build(
            Map.of("steps", 1, "node_profile", PROFILE, "sizes", List.of("2 kB", 5)),
            Registry.EMPTY);

    assertThat(plan.sizes()).containsExactly(Units.of(2000, Units.BYTE), Units.of(5, Units.BYTE));
    assertThatThrownBy(() -> SHAPE.convert("sizes", List.of(PROFILE), "sizes", Registry.EMPTY))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("sizes[0] is a Profile, not a quantity in B");
  }

  @Test
  void aDomainTypeSaysWhatItSupplies() {
    assertThat(RecordShape.supplies(Fleet.class))
        .extracting(Supply::port, Supply::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("count", Integer.class),
            org.assertj.core.groups.Tuple.tuple("fabric", String.class),
            org.assertj.core.groups.Tuple.tuple("profile", Profile.class));
    assertThat(RecordShape.supplies(new Fleet(PROFILE, Optional.empty(), 8)))
        .isEqualTo(Map.of("count", 8, "profile", PROFILE));
  }

  @Test
  void aHiddenTypeSuppliesNothing() {
    record Hidden() implements java.util.function.Supplier<Profile> {
      @Supplies("profile")
      @Override
      public Profile get() {
        return PROFILE;
      }
    }

    assertThat(new Hidden().get()).isSameAs(PROFILE);
    assertThat(RecordShape.supplies(Hidden.class)).isEmpty();
  }

  @Test
  void wholeNumbersOfEitherWidthFeedEachOther() {
    PortType wide = SHAPE.port("steps").orElseThrow().type();

    assertThat(wide.accepts(new PortType.Whole(Integer.class))).isTrue();
    assertThat(wide.accepts(SHAPE.port("share").orElseThrow().type())).isFalse();
    assertThat(SHAPE.write("steps", 7L)).isEqualTo(Wire.of(7));
  }
}
