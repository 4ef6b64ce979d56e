using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Jobs.Channels;

/// <summary>Sets the robot for the district's group in WeCom or DingTalk.</summary>
public sealed class SetRobotChannel(Door door, Outbound outbound)
{
    public sealed record Form : WritingForm
    {
        public ChannelKind Kind { get; init; } = ChannelKind.WeCom;
        public bool IsOn { get; set; } = true;

        /// <summary>The webhook. Blank: the saved one is kept.</summary>
        public string? Url { get; set; }

        /// <summary>The key for signing DingTalk calls. Blank: the saved one is kept, if the webhook is the same.</summary>
        [NotCompared]
        public string? Password { get; set; }

        /// <summary>The robot's calls are not signed any longer.</summary>
        public bool ForgetsPassword { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Kind).Must(k => !k.IsPersonal());
                RuleFor(f => f.Url).IsWebAddress();
                RuleFor(f => f.Password).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var channel = await Channels.FindOrAddAsync(db, form.Kind, ct);
        channel.LeadToRobot(form.Url.OrNull(), form.Password.OrNull(), form.ForgetsPassword);
        channel.IsOn = form.IsOn;
        Channels.CheckTls(channel, outbound);
        await db.CommitAsync(ct);
    }
}
