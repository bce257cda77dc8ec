package org.mlsysim.physics.economics;

/** Which electricity price holds: the nearest stated one, else an illustrative default. */
public final class ElectricityPrice {
  /** Price when none is stated: 0.12 USD/kWh, an illustrative US price of 2024 [USD/J]. */
  public static final double DEFAULT = 0.12 / 3.6e6;

  /** Where a price was stated, nearest first. */
  public enum Source {
    /** Given by the caller. */
    ARGUMENT,
    /** Stated by the data centre. */
    DATACENTER,
    /** Stated by the grid. */
    GRID,
    /** Stated by nobody. */
    DEFAULT
  }

  /**
   * Where the price comes from; NaN stands for "not stated", 0 is a price.
   *
   * @param argument price given by the caller, or NaN
   * @param datacenter price of the data centre, or NaN
   * @param grid price of the grid, or NaN
   */
  public static Source source(double argument, double datacenter, double grid) {
    if (!Double.isNaN(argument)) {
      return Source.ARGUMENT;
    }
    if (!Double.isNaN(datacenter)) {
      return Source.DATACENTER;
    }
    return Double.isNaN(grid) ? Source.DEFAULT : Source.GRID;
  }

  /**
   * The price that holds [USD/J]; NaN stands for "not stated".
   *
   * @param argument price given by the caller [USD/J], or NaN
   * @param datacenter price of the data centre [USD/J], or NaN
   * @param grid price of the grid [USD/J], or NaN
   */
  public static double of(double argument, double datacenter, double grid) {
    return switch (source(argument, datacenter, grid)) {
      case ARGUMENT -> argument;
      case DATACENTER -> datacenter;
      case GRID -> grid;
      case DEFAULT -> DEFAULT;
    };
  }

  private ElectricityPrice() {}
}
