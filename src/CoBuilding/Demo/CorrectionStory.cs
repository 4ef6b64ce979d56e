using CoBuilding.Committees.Seats;

namespace CoBuilding.Demo;

/// <summary>Corrects a wrongly entered letter number on a roster.</summary>
internal static class CorrectionStory
{
    public static async Task CorrectLetterNumberAsync(DemoUser user, Guid seat, CancellationToken ct)
    {
        var terms = await user.AskAsync<SeeSeatTerms, SeeSeatTerms.Answer>((see, who) => see.AskAsync(who, seat, ct), ct);
        var its = terms.Terms[0];
        await user.DoAsync<CorrectAppointment>(
            (correct, who) =>
                correct.RunAsync(
                    who,
                    new()
                    {
                        SeatId = seat,
                        ExpectedVersion = terms.RowVersion,
                        AppointmentId = its.AppointmentId,
                        PersonId = its.PersonId,
                        From = its.From,
                        Until = its.Until,
                        EndReason = its.EndReason,
                        LetterNumber = its.LetterNumber?.Replace("号", "-1号", StringComparison.Ordinal),
                        Reason = "与纸质聘书核对，编号录错",
                    },
                    ct
                ),
            ct
        );
    }
}
