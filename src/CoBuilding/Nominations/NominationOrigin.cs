using CoBuilding.Texts;

namespace CoBuilding.Nominations;

[TextsIn("Nominations")]
public enum NominationOrigin
{
    /// <summary>For a vacancy, or a seat that falls vacant on a day that is known.</summary>
    Vacancy,

    /// <summary>For a seat that is to be added.</summary>
    NewSeat,

    /// <summary>For the next term.</summary>
    Renewal,
}
