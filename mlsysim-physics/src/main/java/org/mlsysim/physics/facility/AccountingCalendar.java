package org.mlsysim.physics.facility;

/**
 * The one calendar of energy, cost and carbon accounts: a year has 365 days, a month is its
 * twelfth.
 *
 * <p>8 760 hours per year is the convention of data-centre accounting; no law here knows leap
 * years.
 *
 * @see <a href="https://doi.org/10.2200/S00874ED3V01Y201809CAC046">Barroso, Hölzle, Ranganathan,
 *     The Datacenter as a Computer, 3rd ed., 2018</a>
 */
public final class AccountingCalendar {
  /** One hour [s]. */
  public static final double HOUR = 3600.0;

  /** One day [s]. */
  public static final double DAY = 24.0 * HOUR;

  /** One year of 365 days [s]. */
  public static final double YEAR = 365.0 * DAY;

  /** One month, a twelfth of a year, 730 hours [s]. */
  public static final double MONTH = YEAR / 12.0;

  private AccountingCalendar() {}
}
