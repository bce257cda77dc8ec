package org.mlsysim.api.units;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.measure.IncommensurableException;
import javax.measure.Quantity;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import javax.measure.quantity.Dimensionless;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import javax.measure.quantity.Volume;
import org.apiguardian.api.API;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.quantity.Quantities;

/**
 * The units of mlsysim and the one border between quantities and the {@code double} of the laws.
 *
 * <p>Byte, FLOP, token, parameter, count and USD are base units of their own, so none of them ever
 * converts into another. Decimal and binary prefixes are both there: 80 GiB is not 80 GB. A year
 * has 365 days, a month is a twelfth of it. Every symbol that {@link #parse} reads, with any SI
 * prefix, may appear in a port declaration, a registry file or on the wire.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Units {
  public static final Unit<Dimensionless> ONE = AbstractUnit.ONE;
  public static final Unit<DataSize> BYTE = UnitSymbols.unit("B").asType(DataSize.class);
  public static final Unit<DataRate> BYTE_PER_SECOND =
      UnitSymbols.unit("B/s").asType(DataRate.class);
  public static final Unit<Operations> FLOP = UnitSymbols.unit("FLOP").asType(Operations.class);
  public static final Unit<ComputeRate> FLOP_PER_SECOND =
      UnitSymbols.unit("FLOP/s").asType(ComputeRate.class);
  public static final Unit<Intensity> FLOP_PER_BYTE =
      UnitSymbols.unit("FLOP/B").asType(Intensity.class);
  public static final Unit<ComputeEfficiency> FLOP_PER_SECOND_PER_WATT =
      UnitSymbols.unit("FLOP/s/W").asType(ComputeEfficiency.class);
  public static final Unit<TokenCount> TOKEN = UnitSymbols.unit("token").asType(TokenCount.class);
  public static final Unit<ParameterCount> PARAMETER =
      UnitSymbols.unit("param").asType(ParameterCount.class);
  public static final Unit<Count> COUNT = UnitSymbols.unit("count").asType(Count.class);
  public static final Unit<Money> USD = UnitSymbols.unit("USD").asType(Money.class);
  public static final Unit<MoneyRate> USD_PER_SECOND =
      UnitSymbols.unit("USD/s").asType(MoneyRate.class);
  public static final Unit<EnergyPrice> USD_PER_KWH =
      UnitSymbols.unit("USD/kWh").asType(EnergyPrice.class);
  public static final Unit<CarbonIntensity> GRAM_PER_KWH =
      UnitSymbols.unit("g/kWh").asType(CarbonIntensity.class);
  public static final Unit<WaterIntensity> LITRE_PER_KWH =
      UnitSymbols.unit("L/kWh").asType(WaterIntensity.class);
  public static final Unit<Time> SECOND = UnitSymbols.unit("s").asType(Time.class);
  public static final Unit<Time> DAY = UnitSymbols.unit("d").asType(Time.class);
  public static final Unit<Frequency> PER_SECOND = UnitSymbols.unit("1/s").asType(Frequency.class);
  public static final Unit<Power> WATT = UnitSymbols.unit("W").asType(Power.class);
  public static final Unit<Energy> JOULE = UnitSymbols.unit("J").asType(Energy.class);
  public static final Unit<Energy> KILOWATT_HOUR = UnitSymbols.unit("kWh").asType(Energy.class);
  public static final Unit<Mass> KILOGRAM = UnitSymbols.unit("kg").asType(Mass.class);
  public static final Unit<Volume> LITRE = UnitSymbols.unit("L").asType(Volume.class);

  private record Conversion(Unit<?> from, Unit<?> to) {}

  private static final ConcurrentMap<Conversion, UnitConverter> CONVERTERS =
      new ConcurrentHashMap<>();

  /** A quantity of that value and unit. */
  public static <Q extends Quantity<Q>> Quantity<Q> of(double value, Unit<Q> unit) {
    return Quantities.getQuantity(value, unit);
  }

  /** A quantity of that value in the unit of a symbol, for instance {@code of(2, "FLOP/J")}. */
  public static Quantity<?> of(double value, String symbol) {
    return Quantities.getQuantity(value, parse(symbol));
  }

  /** A quantity from its text form, for instance {@code of(DataRate.class, "3.35 TB/s")}. */
  public static <Q extends Quantity<Q>> Quantity<Q> of(Class<Q> type, String text) {
    return parseQuantity(text).asType(type);
  }

  /**
   * The value of a quantity in the given unit. The same unit object costs a comparison; another
   * one, a conversion.
   */
  public static <Q extends Quantity<Q>> double in(Unit<Q> unit, Quantity<Q> quantity) {
    return convert(quantity, unit);
  }

  /**
   * The value of a quantity of a type unknown at compile time in the given unit.
   *
   * @throws IncommensurableUnitException if the dimensions differ; it names both units
   */
  public static double convert(Quantity<?> quantity, Unit<?> unit) {
    double value = quantity.getValue().doubleValue();
    Unit<?> from = quantity.getUnit();
    return from == unit ? value : convert(value, from, unit);
  }

  /**
   * Converts a bare number.
   *
   * @throws IncommensurableUnitException if the dimensions differ; it names both units
   */
  public static double convert(double value, Unit<?> from, Unit<?> to) {
    if (from.equals(to)) {
      return value;
    }
    Conversion key = new Conversion(from, to);
    UnitConverter converter = CONVERTERS.get(key);
    if (converter == null) {
      try {
        converter = from.getConverterToAny(to);
      } catch (IncommensurableException e) {
        throw new IncommensurableUnitException(symbol(from), symbol(to), e);
      }
      CONVERTERS.put(key, converter);
    }
    return converter.convert(value);
  }

  /** Whether two units measure the same thing, so that one converts into the other. */
  public static boolean compatible(Unit<?> one, Unit<?> other) {
    return one.isCompatible(other);
  }

  /**
   * The unit of a symbol such as {@code "GB/s"}, {@code "USD/TB/month"} or {@code "FLOP"}.
   *
   * @throws UnknownUnitException if a symbol is not known; it names the nearest ones
   */
  public static Unit<?> parse(String symbol) {
    return UnitSymbols.unit(symbol);
  }

  /**
   * Reads the text form of a quantity: number, space, unit.
   *
   * @throws UnknownUnitException if the unit is not known
   * @throws NumberFormatException if the text does not begin with a finite number
   */
  public static Quantity<?> parseQuantity(String text) {
    String trimmed = text.strip();
    int space = trimmed.indexOf(' ');
    String number = space < 0 ? trimmed : trimmed.substring(0, space);
    double value = Double.parseDouble(number);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(number);
    }
    Unit<?> unit = space < 0 ? ONE : parse(trimmed.substring(space + 1).strip());
    return Quantities.getQuantity(value, unit);
  }

  /** The symbol under which a unit is written; the unit's own text where none was ever read. */
  public static String symbol(Unit<?> unit) {
    return UnitSymbols.symbolOf(unit);
  }

  /** The text form of a quantity: number, space, unit. */
  public static String text(Quantity<?> quantity) {
    String unit = symbol(quantity.getUnit());
    String number = number(quantity.getValue().doubleValue());
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** A number without a trailing {@code .0}. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The quantity, when the text is one; empty for any other text. */
  public static Optional<Quantity<?>> tryParseQuantity(String text) {
    Objects.requireNonNull(text, "text");
    try {
      return Optional.of(parseQuantity(text));
    } catch (NumberFormatException | UnknownUnitException e) {
      return Optional.empty();
    }
  }

  private Units() {}
}
