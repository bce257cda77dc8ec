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
 * <tr><td>Which region is cheapest with a price on carbon?</td>
 *     <td>{@link org.mlsysim.physics.economics.Placement}</td></tr>
 * <tr><td>When does buying pay against renting?</td>
 *     <td>{@link org.mlsysim.physics.economics.OwnershipBreakEven}</td></tr>
 * <tr><td>Above which load is owned capacity cheaper than an API?</td>
 *     <td>{@link org.mlsysim.physics.economics.DedicatedBreakEven}</td></tr>
 * <tr><td>What does a data set in object storage cost?</td>
 *     <td>{@link org.mlsysim.physics.economics.ObjectStorageBill}</td></tr>
 * <tr><td>What does an outage cost a synchronous job?</td>
 *     <td>{@link org.mlsysim.physics.economics.OutageCost}</td></tr>
 * <tr><td>What does an aging model cost, how often to train it anew?</td>
 *     <td>{@link org.mlsysim.physics.economics.ModelStaleness}</td></tr>
 * <tr><td>What do privacy and coverage add to a training?</td>
 *     <td>{@link org.mlsysim.physics.economics.ResponsibleEngineering}</td></tr>
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
