/**
 * What systems cost, to own, to run, to rent, to place and to repair.
 *
 * <table>
 * <caption>Laws</caption>
 * <tr><th>Question</th><th>Law</th></tr>
 * <tr><td>What does a fleet cost over a time?</td>
 *     <td>{@link org.mlsysim.physics.economics.FleetCost}</td></tr>
 * <tr><td>Which electricity price holds?</td>
 *     <td>{@link org.mlsysim.physics.economics.ElectricityPrice}</td></tr>
 * </table>
 *
 * <p>Units are USD, J, W, kg CO2e and s; any other unit is in the name. A result of NaN means that
 * the quantity has no value, and its law says when.
 *
 * <p>Start at {@link org.mlsysim.physics.economics.FleetCost}. A new law is a method of the class
 * of its family, or a class with a row above.
 *
 * <p>Status: experimental.
 *
 * @since 0.1.0
 */
package org.mlsysim.physics.economics;
