namespace CoBuilding.Meetings.Words;

/// <summary>The usual categories of topics of joint meetings.</summary>
public enum TopicCategory
{
    EconomyAndSociety,
    SocialManagement,
    PartyBuilding,
}
