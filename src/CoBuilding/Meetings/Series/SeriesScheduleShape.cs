using FluentValidation;

namespace CoBuilding.Meetings.Series;

internal static class SeriesScheduleShape
{
    public static void IsSeriesSchedule<T>(this AbstractValidator<T> shape)
        where T : ISeriesSchedule
    {
        shape.RuleFor(f => f.Title).NotEmpty().MaximumLength(MeetingSeries.LongestTitle);
        shape
            .RuleFor(f => f.UsualMonth)
            .Must((f, month) => month >= 1 && month <= f.Cadence.Months())
            .WithMessage(f => Texts.Wording.T("Series.MonthOfPeriod", f.Cadence.Months()));
        shape.RuleFor(f => f.UsualFrom).InclusiveBetween(1, 31);
        shape
            .RuleFor(f => f.UsualUntil)
            .InclusiveBetween(1, 31)
            .GreaterThanOrEqualTo(f => f.UsualFrom)
            .WithMessage(_ => Texts.Wording.T("Series.UntilBeforeFrom"));
        shape.RuleFor(f => f.AheadDays).InclusiveBetween(0, MeetingSeries.MostAheadDays);
        shape.RuleFor(f => f.BegunOn).NotNull();
    }
}
