using CoBuilding.Meetings;

namespace CoBuilding.Tests.Meetings;

public class OutcomeTests
{
    [Fact]
    public void The_database_says_the_same_of_an_outcome_as_the_code()
    {
        foreach (var reply in All<Reply>())
        foreach (var consent in All<Consent>())
        foreach (var presence in All<Presence>())
        foreach (var standIn in All<Consent>())
        {
            var invitation = new Invitation
            {
                MeetingId = Guid.Empty,
                SeatId = Guid.Empty,
                PlaceId = Guid.Empty,
            };
            Set(nameof(Invitation.Reply), reply);
            Set(nameof(Invitation.Consent), consent);
            Set(nameof(Invitation.Presence), presence);
            Set(nameof(Invitation.UnannouncedConsent), standIn);
            var row = Invitations.Outcomes(new[] { invitation }.AsQueryable()).Single();
            Assert.Equal(Invitation.OutcomeOf(reply, consent, presence, standIn), row.Outcome);

            void Set(string property, object? value) => typeof(Invitation).GetProperty(property)!.SetValue(invitation, value);
        }

        static IEnumerable<T?> All<T>()
            where T : struct, Enum => [null, .. Enum.GetValues<T>().Select(v => (T?)v)];
    }
}
