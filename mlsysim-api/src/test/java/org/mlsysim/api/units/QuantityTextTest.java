package org.mlsysim.api.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTextTest {
  @ParameterizedTest
  @CsvSource({
    "3.35e12, B/s, 3.35 TB/s",
    "8.2e-3, s, 8.2 ms",
    "85899345920, B, 85.9 GB", // 80 GiB
    "700, W, 700 W",
    "989e12, FLOP/s, 989 TFLOP/s",
    "1.5, s, 1.5 s",
    "5e-7, s, 500 ns",
    "1287000, kWh, 1.29 GWh",
    "0, s, 0 s",
    "0, B, 0 B",
    "0.9996e9, B, 1 GB", // rounds up into the next unit
    "2.5e-12, s, 0.0025 ns",
    "8.03e9, param, 8.03 billion param",
    "52122.51, USD, '52,122.51 USD'",
    "25000, USD, '25,000 USD'",
    "0.0806, USD, 0.0806 USD",
    "0.5, kg, 500 g",
    "8245.4, kg, 8.25 t",
    "192.1, 1/s, 192 /s",
    "1560, 1/s, 1560 /s",
    "295.2, FLOP/B, 295 FLOP/B"
  })
  void aQuantityHasThreeDigitsAndThePrefixThatFits(double value, String unit, String text) {
    assertThat(QuantityText.of(value, unit)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.285, 0.285", "1.005, 1.01", "-1.005, -1.01", "2.5, 2.5", "1234.5, '1230'"})
  void halvesGoAwayFromZero(double value, String text) {
    assertThat(QuantityText.number(value)).isEqualTo(text);
  }

  @Test
  void whatIsAnIntegerUpToNoiseIsOne() {
    assertThat(QuantityText.number(8029999999.999999)).isEqualTo("8,030,000,000");
    assertThat(QuantityText.number(2022)).isEqualTo("2022");
  }

  @Test
  void sharesArePercentages() {
    assertThat(QuantityText.percent(0.19008800685)).isEqualTo("19 %");
    assertThat(QuantityText.percent(1)).isEqualTo("100 %");
    assertThat(QuantityText.percent(0.00332)).isEqualTo("0.332 %");
  }

  @Test
  void aNumberThatIsNoneIsADash() {
    assertThat(QuantityText.of(Double.NaN, "s")).isEqualTo("–");
    assertThat(QuantityText.percent(Double.POSITIVE_INFINITY)).isEqualTo("–");
  }

  @Test
  void theLocaleOfTheMachineChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(QuantityText.of(52122.51, "USD")).isEqualTo("52,122.51 USD");
    } finally {
      Locale.setDefault(before);
    }
  }
}
