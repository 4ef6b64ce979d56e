using CoBuilding.Data;

namespace CoBuilding.Places.Districts;

/// <summary>The rows with which a room begins in a new district. Found by its type, in whichever room.</summary>
public interface INewDistrictRows
{
    /// <returns>New ones at each call.</returns>
    IEnumerable<Tenanted> Make();
}
