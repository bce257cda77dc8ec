package org.mlsysim.api.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import javax.measure.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

class AlternativeUnitsTest {
  record Budget(
      @Port(
              doc = "work, or device time that stands for work",
              unit = "FLOP",
              alternativeUnits = "s",
              range = "(0, inf)")
          Quantity<?> work) {}

  private final RecordShape<Budget> shape = RecordShape.of(MethodHandles.lookup(), Budget.class);

  private Quantity<?> read(Object work) {
    return shape.build(Map.of("work", work), Registry.EMPTY).work();
  }

  @Test
  void aQuantityIsNormalisedToTheUnitThatItConvertsInto() {
    assertThat(Units.text(read("2 ZFLOP"))).isEqualTo("2.0E21 FLOP");
    assertThat(Units.text(read("2 d"))).isEqualTo("172800 s");
    assertThat(Units.text(read(new Wire.Amount(1, "h")))).isEqualTo("3600 s");
    assertThat(Units.text(read(5))).isEqualTo("5 FLOP");
  }

  @Test
  void eachIsWrittenInItsOwnUnit() {
    assertThat(shape.write(new Budget(Units.of(1, Units.DAY))).values())
        .containsExactly(Map.entry("work", new Wire.Amount(86_400, "s")));
    assertThat(shape.write(new Budget(Units.of(1, Units.FLOP))).values())
        .containsExactly(Map.entry("work", new Wire.Amount(1, "FLOP")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 GB", "-1 d", "0 FLOP", "3 parsecs"})
  void anythingElseIsRefusedAndThePortNamed(String work) {
    assertThatThrownBy(() -> read(work))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("work");
  }

  @Test
  void anotherDimensionIsRefusedWithBothUnitsNamed() {
    assertThatThrownBy(() -> read("3 GB"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("3 GB")
        .hasMessageContaining("FLOP or s");
  }
}
