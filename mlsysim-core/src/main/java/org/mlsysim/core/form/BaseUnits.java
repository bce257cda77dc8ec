package org.mlsysim.core.form;

import javax.measure.Quantity;
import javax.measure.Unit;
import javax.measure.quantity.ElectricCurrent;
import javax.measure.quantity.ElectricInductance;
import javax.measure.quantity.ElectricPotential;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Temperature;
import javax.measure.quantity.Time;
import org.mlsysim.api.units.CarbonIntensity;
import org.mlsysim.api.units.ComputeEnergy;
import org.mlsysim.api.units.DataEnergy;
import org.mlsysim.api.units.DataPerOperation;
import org.mlsysim.api.units.DataPrice;
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.MassFlow;
import org.mlsysim.api.units.PowerRamp;
import org.mlsysim.api.units.StoragePrice;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.VolumeFlow;
import org.mlsysim.api.units.WaterIntensity;

/** The units in which the laws of energy, cost and carbon count, where {@link Units} has none. */
public final class BaseUnits {
  public static final Unit<EnergyPrice> USD_PER_JOULE = unit("USD/J", EnergyPrice.class);
  public static final Unit<DataPrice> USD_PER_BYTE = unit("USD/B", DataPrice.class);
  public static final Unit<StoragePrice> USD_PER_BYTE_SECOND = unit("USD/B/s", StoragePrice.class);
  public static final Unit<CarbonIntensity> KILOGRAM_PER_JOULE =
      unit("kg/J", CarbonIntensity.class);
  public static final Unit<WaterIntensity> LITRE_PER_JOULE = unit("L/J", WaterIntensity.class);
  public static final Unit<ComputeEnergy> JOULE_PER_FLOP = unit("J/FLOP", ComputeEnergy.class);
  public static final Unit<DataPerOperation> BYTE_PER_FLOP = unit("B/FLOP", DataPerOperation.class);
  public static final Unit<DataEnergy> JOULE_PER_BYTE = unit("J/B", DataEnergy.class);
  public static final Unit<MassFlow> KILOGRAM_PER_SECOND = unit("kg/s", MassFlow.class);
  public static final Unit<VolumeFlow> LITRE_PER_SECOND = unit("L/s", VolumeFlow.class);
  public static final Unit<PowerRamp> WATT_PER_SECOND = unit("W/s", PowerRamp.class);
  public static final Unit<ElectricPotential> VOLT = unit("V", ElectricPotential.class);
  public static final Unit<ElectricCurrent> AMPERE = unit("A", ElectricCurrent.class);
  public static final Unit<ElectricInductance> HENRY = unit("H", ElectricInductance.class);
  public static final Unit<Temperature> KELVIN = unit("K", Temperature.class);

  /** A thousand kilograms, in which carbon is priced. */
  public static final Unit<Mass> TONNE = unit("t", Mass.class);

  /** 365 days. */
  public static final Unit<Time> YEAR = unit("year", Time.class);

  /** An energy [J] as a quantity in kilowatt-hours. */
  public static Quantity<Energy> kilowattHours(double joules) {
    double value = Units.convert(joules, Units.JOULE, Units.KILOWATT_HOUR);
    return Units.of(value, Units.KILOWATT_HOUR);
  }

  private static <Q extends Quantity<Q>> Unit<Q> unit(String symbol, Class<Q> type) {
    return Units.parse(symbol).asType(type);
  }

  private BaseUnits() {}
}
