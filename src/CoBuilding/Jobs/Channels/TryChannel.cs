using CoBuilding.Access;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs.Channels;

/// <summary>Sends a test message by a channel, enabled or not, and returns the result. The test is journaled, the address is not.</summary>
public sealed class TryChannel(Door door, ChannelClient channelClient)
{
    public sealed record Form : WritingForm
    {
        public ChannelKind Kind { get; init; }

        /// <summary>An e-mail address or a mobile number; of no use for a group.</summary>
        public string? To { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.To).MaximumLength(100).Must(IsAddress).WithMessage(_ => Wording.T("Jobs.TestAddressShape"));

            private static bool IsAddress(Form form, string? to) =>
                form.Kind switch
                {
                    ChannelKind.Email => to is not null && MailAddress.IsOne(to.Trim()),
                    ChannelKind.Sms => to?.Trim() is { Length: >= 7 and <= 15 } number && number.All(char.IsAsciiDigit),
                    _ => string.IsNullOrWhiteSpace(to),
                };
        }
    }

    public async Task<Delivery> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var channel =
            await db.Channels.AsNoTracking().SingleOrDefaultAsync(c => c.Kind == form.Kind, ct) ?? throw JobsRules.ChannelNotSet();
        db.AddJournalEntry("tried", "channels", channel.Id);
        await db.CommitAsync(ct);
        return await channelClient.SendAsync(
            channel,
            new RenderedMessage(
                form.OperationId,
                form.To.OrNull(),
                Wording.T("Jobs.TestSubject"),
                Wording.T("Jobs.TestText", db.Now.Stamp())
            )
        );
    }
}
