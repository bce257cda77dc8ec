package org.mlsysim.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTableTest {
  @Test
  void aCompoundUnitHasSizeAndDimension() {
    assertThat(UnitTable.parse("GiB/s"))
        .contains(new UnitTable.Unit(1024.0 * 1024 * 1024, Map.of("B", 1, "s", -1)));
    assertThat(UnitTable.parse("USD/kWh"))
        .contains(new UnitTable.Unit(1 / 3.6e6, Map.of("USD", 1, "kg", -1, "m", -2, "s", 2)));
    assertThat(UnitTable.parse("1/s")).contains(new UnitTable.Unit(1, Map.of("s", -1)));
    assertThat(UnitTable.parse("s^2")).contains(new UnitTable.Unit(1, Map.of("s", 2)));
    assertThat(UnitTable.parse("B/B")).contains(new UnitTable.Unit(1, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sec", "GX/s", "B/", "s^x", "kmin", "KiW", " "})
  void anythingElseIsNoUnit(String symbol) {
    assertThat(UnitTable.parse(symbol)).isEqualTo(Optional.empty());
  }
}
