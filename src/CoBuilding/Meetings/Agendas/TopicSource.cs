using CoBuilding.Texts;

namespace CoBuilding.Meetings.Agendas;

[TextsIn("Topics")]
public enum TopicSource
{
    Holder,
    LiaisonOfficer,

    /// <summary>The clerk, on behalf of a unit.</summary>
    Clerk,

    /// <summary>The host itself.</summary>
    Host,
}
