using CoBuilding.Texts;

namespace CoBuilding.Committees;

[TextsIn("Lifecycle")]
public enum LifecycleEvent
{
    Prepared,
    Submitted,
    Returned,
    Approved,
    Established,
    RenewalOpened,
    RenewalCancelled,
    TermBegan,
    Extended,
    Dissolved,
    GivenUp,
}
