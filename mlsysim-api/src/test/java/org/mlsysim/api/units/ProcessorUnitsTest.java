package org.mlsysim.api.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import javax.measure.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.processor.UnitTable;

/** The annotation processor has a table of units of its own; here it is held to this one. */
class ProcessorUnitsTest {
  static Stream<String> symbols() {
    return UnitTable.symbols().stream();
  }

  /** The unit of this module that the powers of a table's unit amount to. */
  private static Unit<?> base(UnitTable.Unit unit) {
    Unit<?> product = Units.ONE;
    for (Map.Entry<String, Integer> power : unit.powers().entrySet()) {
      product = product.multiply(Units.parse(power.getKey()).pow(power.getValue()));
    }
    return product;
  }

  private static void assertSame(String symbol) {
    UnitTable.Unit expected = UnitTable.parse(symbol).orElseThrow();

    double size = Units.convert(1, Units.parse(symbol), base(expected));

    assertThat(size / expected.size()).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("symbols")
  void everySymbolHasTheSameSizeAndDimension(String symbol) {
    assertSame(symbol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD/TB/month", "FLOP/s/W", "1/s", "g/kWh", "s^2", "L/kWh", "B*1/s^-1"})
  void compoundsAreReadAlike(String symbol) {
    assertSame(symbol);
  }

  @Test
  void bothKnowTheSameSymbols() {
    assertThat(UnitTable.symbols()).containsExactlyInAnyOrderElementsOf(distinct());
  }

  private static java.util.Set<String> distinct() {
    return new java.util.HashSet<>(UnitSymbols.symbols());
  }
}
