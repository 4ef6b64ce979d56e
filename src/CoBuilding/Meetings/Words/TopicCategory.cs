using CoBuilding.Texts;

namespace CoBuilding.Meetings.Words;

/// <summary>The usual categories of topics of joint meetings.</summary>
[TextsIn("Words")]
public enum TopicCategory
{
    EconomyAndSociety,
    SocialManagement,
    PartyBuilding,
}
